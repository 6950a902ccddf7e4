import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { json } from '../proof/json.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const onepasswordServiceAccount = defineSecret({
  id: 'secrets/onepassword-service-account',
  title: '1Password service account token',
  provider: '1Password',
  shape: 'ops_eyJ<[A-Za-z0-9+/_-]160+>=?=?',
  proof: json({
    prefix: 4,
    encoding: 'base64url',
    keys: ['email', 'secretKey'],
    example: (random) => ({
      signInAddress: 'acme.1password.com',
      email: `${drawText(random, letters, 13)}@1passwordserviceaccounts.com`,
      secretKey: `A3-${drawText(random, letters, 32)}`,
    }),
  }),
  severity: 'critical',
  gitleaks: '1password-service-account-token',
  opens: 'It reads every item of the vaults that the service account may open.',
  revoke: 'Revoke or rotate it under Developer → Service accounts and rotate the items it could read.',
  bad: [
    { path: '.env', code: 'OP_SERVICE_ACCOUNT_TOKEN={secret}' },
    { path: 'ci.yml', code: 'OP_SERVICE_ACCOUNT_TOKEN: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'OP_SERVICE_ACCOUNT_TOKEN: ${{ secrets.OP_TOKEN }}' },
    { path: '.env', code: 'OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ...' },
  ],
});
