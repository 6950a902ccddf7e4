import { defineSecret } from '../define-secret.ts';

export const huggingfaceToken = defineSecret({
  id: 'secrets/huggingface-token',
  title: 'Hugging Face token',
  provider: 'Hugging Face',
  shape: ['hf_<a34>', 'api_org_<a34>'],
  entropy: 3.6,
  gitleaks: 'huggingface-access-token',
  opens: 'Reads private models and data sets; with write access it replaces models that others load and run.',
  revoke: 'Invalidate it under Settings → Access Tokens and create a fine-grained one.',
  bad: [{ path: 'train.py', code: 'login(token="{secret}")' }],
  good: [{ path: 'train.py', code: 'login(token=os.environ["HF_TOKEN"])' }],
});
