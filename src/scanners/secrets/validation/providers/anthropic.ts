import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const anthropic: Provider = {
  id: 'anthropic',
  title: 'Anthropic',
  endpoint: 'https://api.anthropic.com',
  rules: ['secrets/anthropic-api-key'],
  documentation: 'https://platform.claude.com/docs/en/api/models/list',
  request: (value) =>
    value.startsWith('sk-ant-api')
      ? {
          method: 'GET',
          path: '/v1/models?limit=1',
          headers: { 'x-api-key': value, 'anthropic-version': '2023-06-01' },
        }
      : undefined,
  judge(answer) {
    if (answer.status === 401) return answer.at('error', 'type') === 'authentication_error' ? inactive : undefined;
    return answer.status === 200 && Array.isArray(answer.at('data')) ? active({}) : undefined;
  },
};
