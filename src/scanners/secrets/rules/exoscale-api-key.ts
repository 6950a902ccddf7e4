import { defineSecret } from '../define-secret.ts';

export const exoscaleApiKey = defineSecret({
  id: 'secrets/exoscale-api-key',
  title: 'Exoscale API key',
  provider: 'Exoscale',
  shape: 'EXO<A24-30>',
  entropy: 3.4,
  opens: 'It names the key pair; with its secret it manages machines, DNS and object storage of the organisation.',
  revoke: 'Delete it under IAM → API keys and bind a new one to a role with few operations.',
  bad: [
    { path: '.env', code: 'EXOSCALE_API_KEY={secret}' },
    { path: 'main.tf', code: 'key = "{secret}"' },
  ],
  good: [
    { path: 'main.tf', code: 'key = var.exoscale_api_key' },
    { path: 'a.txt', code: 'EXOSKELETONEXOSKELETONEXOSKELETON' },
  ],
});
