import { defineSecret } from '../define-secret.ts';
import { pem } from '../proof/pem.ts';

export const gcpServiceAccount = defineSecret({
  id: 'secrets/gcp-service-account',
  title: 'Google Cloud service account key',
  provider: 'Google Cloud',
  regex: {
    source: String.raw`"private_key_id(?:\\)?"\s{0,8}:\s{0,8}(?:\\)?"[0-9a-f]{20,64}(?:\\)?",(?:\s|\\n){0,40}(?:\\)?"private_key(?:\\)?"\s{0,8}:\s{0,8}(?:\\)?"(?<secret>-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\\nr]{60,4000}-----END PRIVATE KEY-----)`,
    literals: ['"private_key_id'],
    maxLength: 4400,
    sample: () => '-----BEGIN PRIVATE KEY-----',
  },
  proof: pem('\\n'),
  severity: 'critical',
  family: 'private-key',
  opens:
    'The private key signs tokens for the service account from anywhere, with all its roles, and does not expire unless a policy says so.',
  revoke:
    'Delete the key in IAM & Admin → Service accounts → Keys and read the audit log of the account. Use workload identity federation or an attached service account, and forbid key creation by organisation policy.',
  bad: [
    {
      path: 'sa.json',
      code: '{\n  "type": "service_account",\n  "project_id": "shop",\n  "private_key_id": "0123456789abcdef0123456789abcdef01234567",\n  "private_key": "{secret}\\n",\n  "client_email": "ci@shop.iam.gserviceaccount.com"\n}',
    },
  ],
  good: [
    {
      path: 'sa.json',
      code: '{ "type": "service_account", "private_key_id": "<key id>", "private_key": "<private key>" }',
    },
    { path: 'main.tf', code: 'credentials = file("service-account.json")' },
    {
      path: 'cert.json',
      code: '{"private_key_id": "0123456789abcdef0123456789abcdef01234567", "private_key": "-----BEGIN CERTIFICATE-----\\n"}',
    },
  ],
});
