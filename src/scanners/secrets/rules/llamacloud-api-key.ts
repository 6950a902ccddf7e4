import { defineSecret } from '../define-secret.ts';

export const llamacloudApiKey = defineSecret({
  id: 'secrets/llamacloud-api-key',
  title: 'LlamaCloud API key',
  provider: 'LlamaIndex',
  shape: 'llx-<A48>',
  opens: 'Reads the indexed and parsed documents of the project.',
  revoke: 'Delete it under cloud.llamaindex.ai → API Key.',
  bad: [{ path: 'parse.py', code: 'parser = LlamaParse(api_key="{secret}")' }],
  good: [{ path: 'parse.py', code: 'parser = LlamaParse(api_key=os.environ["LLAMA_CLOUD_API_KEY"])' }],
});
