import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const aiProviderKey = defineSecret({
  id: 'secrets/ai-provider-key',
  title: 'Key of an AI provider (sk-…)',
  provider: 'DeepSeek and others',
  regex: {
    source: String.raw`(?<![\w-])sk-(?:[0-9a-f]{32}|[a-z0-9]{51}|(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48})(?![\w-])`,
    literals: ['sk-'],
    maxLength: 54,
    sample: (random) => `sk-${drawText(random, '0123456789abcdef', 32)}`,
  },
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
