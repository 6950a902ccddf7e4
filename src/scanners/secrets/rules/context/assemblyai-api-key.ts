import { defineContextSecret } from '../../define-context-secret.ts';

export const assemblyaiApiKey = defineContextSecret({
  id: 'secrets/assemblyai-api-key',
  title: 'AssemblyAI API key',
  provider: 'AssemblyAI',
  shape: '<h32>',
  words: ['assemblyai', 'assembly_ai', 'aai_'],
  variable: 'ASSEMBLYAI_API_KEY',
  opens: "It transcribes at the account's expense and reads the transcripts that were made with it.",
  revoke: 'Delete it under API keys in the AssemblyAI dashboard and create one per application.',
});
