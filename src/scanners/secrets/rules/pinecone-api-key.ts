import { defineSecret } from '../define-secret.ts';

export const pineconeApiKey = defineSecret({
  id: 'secrets/pinecone-api-key',
  title: 'Pinecone API key',
  provider: 'Pinecone',
  shape: 'pcsk_<A5-6>_<A63>',
  opens: 'Reads, changes and deletes the project’s indexes.',
  revoke: 'Delete it under API keys in the Pinecone console.',
  bad: [{ path: 'index.py', code: 'pc = Pinecone(api_key="{secret}")' }],
  good: [{ path: 'index.py', code: 'pc = Pinecone(api_key=os.environ["PINECONE_API_KEY"])' }],
});
