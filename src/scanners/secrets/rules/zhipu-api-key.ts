import { defineSecret } from '../define-secret.ts';

export const zhipuApiKey = defineSecret({
  id: 'secrets/zhipu-api-key',
  title: 'Zhipu AI API key',
  provider: 'Zhipu AI',
  shape: '<h32>.<A16>',
  near: { words: ['zhipu', 'bigmodel', 'glm', 'zai'], within: 60 },
  entropy: 3.4,
  confidence: 'high',
  opens: 'Spends the account’s balance on GLM models.',
  revoke: 'Delete it under open.bigmodel.cn → API Keys.',
  bad: [{ path: '.env', code: 'ZHIPUAI_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'ZHIPUAI_API_KEY=' }],
});
