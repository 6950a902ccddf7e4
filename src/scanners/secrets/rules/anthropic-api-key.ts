import { defineSecret } from '../define-secret.ts';

export const anthropicApiKey = defineSecret({
  id: 'secrets/anthropic-api-key',
  title: 'Anthropic API key',
  provider: 'Anthropic',
  shape: 'sk-ant-(api|admin|oat|ort|sid)<d2>-<w80-120>',
  severity: 'critical',
  gitleaks: 'anthropic-api-key',
  opens:
    'Spends the organisation’s money and reads its files and batches; an admin key manages members and keys, an OAuth or session token acts as the person.',
  revoke: 'Delete it under console.anthropic.com → API keys and load the new one from a secret store.',
  bad: [{ path: 'agent.ts', code: "const anthropic = new Anthropic({ apiKey: '{secret}' });" }],
  good: [
    { path: 'agent.ts', code: 'const anthropic = new Anthropic(); // ANTHROPIC_API_KEY' },
    { path: '.env.example', code: 'ANTHROPIC_API_KEY=sk-ant-api03-your-key' },
  ],
});
