import { defineContextSecret } from '../../define-context-secret.ts';

export const wandbLegacyApiKey = defineContextSecret({
  id: 'secrets/wandb-legacy-api-key',
  title: 'Weights & Biases API key (older form)',
  provider: 'Weights & Biases',
  shape: '<h40>',
  words: ['wandb', 'weights_and_biases'],
  variable: 'WANDB_API_KEY',
  opens: "It reads and changes the runs, artifacts and models of the user's teams.",
  revoke: 'Delete it under User settings → API keys and use a service account for training jobs.',
});
