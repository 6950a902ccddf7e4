import { defineSecret } from '../define-secret.ts';
import { randomText } from '../proof/random-text.ts';

export const alibabaStsToken = defineSecret({
  id: 'secrets/alibaba-sts-token',
  title: 'Alibaba Cloud temporary access key',
  provider: 'Alibaba Cloud',
  shape: 'STS.<A16-64>',
  entropy: 3.6,
  proof: randomText(),
  severity: 'medium',
  opens: 'With its secret and session token it acts as the assumed RAM role until it expires.',
  revoke:
    "It expires by itself, an hour later by default; detach the role's policies if it must end now. Assume the role at run time.",
  bad: [{ path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_ID={secret}' }],
  good: [
    { path: 'a.ts', code: 'import { STS } from "sts"; STS.assumeRole()' },
    { path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_ID=STS.xxxxxxxx' },
    { path: 'api.md', code: '[assume](#STS.AssumeRoleWithServiceIdentity2015)' },
  ],
});
