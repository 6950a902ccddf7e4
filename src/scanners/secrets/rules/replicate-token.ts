import { defineSecret } from '../define-secret.ts';

export const replicateToken = defineSecret({
  id: 'secrets/replicate-token',
  title: 'Replicate API token',
  provider: 'Replicate',
  shape: 'r8_<A37>',
  entropy: 3.6,
  opens: 'Runs models at the account’s cost and reads its private models and predictions.',
  revoke: 'Disable it under replicate.com/account/api-tokens.',
  bad: [{ path: 'run.py', code: 'os.environ["REPLICATE_API_TOKEN"] = "{secret}"' }],
  good: [{ path: 'run.sh', code: 'export REPLICATE_API_TOKEN=r8_…' }],
});
