import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const groupPolicyPassword = defineSecret({
  id: 'secrets/group-policy-password',
  title: 'Password in group policy preferences',
  provider: 'Windows',
  regex: {
    source: String.raw`\bcpassword="(?<secret>[A-Za-z0-9+/]{20,400}={0,2})"`,
    literals: ['cpassword="'],
    lead: 0,
    maxLength: 420,
    sample: (random) => drawBytes(random, 32).toString('base64').replace(/=+$/, ''),
  },
  severity: 'critical',
  opens:
    'Microsoft published the key: anybody decrypts it and is the local administrator or service account of every machine under the policy.',
  revoke: 'Change the password, delete the preference (MS14-025), and use LAPS or group managed service accounts.',
  references: ['https://support.microsoft.com/kb/2962486'],
  bad: [{ path: 'Groups.xml', code: '<Properties action="U" userName="Administrator" cpassword="{secret}" />' }],
  good: [{ path: 'Groups.xml', code: '<Properties action="U" userName="Administrator" cpassword="" />' }],
});
