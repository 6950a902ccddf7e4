import { defineSecret } from '../define-secret.ts';

export const aiProviderKey = defineSecret({
  id: 'secrets/ai-provider-key',
  title: 'Key of an AI provider (sk-…)',
  provider: 'DeepSeek and others',
  shape: ['sk-<h32>', 'sk-<A48>', 'sk-<l51>'],
  entropy: 3.1,
  opens:
    'DeepSeek, Alibaba’s Model Studio, Moonshot, SiliconFlow, Stability, OpenAI’s old keys and gateways that imitate them use this form: it spends the owner’s money.',
  revoke:
    'Delete the key in the console of the provider whose address stands near it and load a new one from the environment.',
  bad: [{ path: 'llm.py', code: 'client = OpenAI(base_url="https://api.deepseek.com", api_key="{secret}")' }],
  good: [
    {
      path: 'llm.py',
      code: 'client = OpenAI(base_url="https://api.deepseek.com", api_key=os.environ["DEEPSEEK_API_KEY"])',
    },
    { path: '.env.example', code: 'DEEPSEEK_API_KEY=sk-xxxx' },
  ],
});
