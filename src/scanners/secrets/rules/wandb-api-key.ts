import { defineSecret } from '../define-secret.ts';

export const wandbApiKey = defineSecret({
  id: 'secrets/wandb-api-key',
  title: 'Weights & Biases API key',
  provider: 'Weights & Biases',
  shape: 'wandb_v1_<w77>',
  opens: 'Reads and writes the runs, models and artifacts of its owner’s teams.',
  revoke: 'Delete it under wandb.ai/settings → API keys.',
  bad: [{ path: 'train.sh', code: 'wandb login {secret}' }],
  good: [{ path: 'train.sh', code: 'wandb login "$WANDB_API_KEY"' }],
});
