import { defineSecret } from '../define-secret.ts';

export const neptuneApiToken = defineSecret({
  id: 'secrets/neptune-api-token',
  title: 'Neptune API token',
  provider: 'Neptune',
  shape: 'eyJhcGlfYWRkcmVzcyI6<B80-300>=?=?',
  opens: 'Reads and writes the experiments of the workspace.',
  revoke: 'Revoke it under the user menu → Get your API token.',
  bad: [{ path: 'train.py', code: 'run = neptune.init_run(api_token="{secret}")' }],
  good: [{ path: 'train.py', code: 'run = neptune.init_run(api_token=neptune.ANONYMOUS_API_TOKEN)' }],
});
