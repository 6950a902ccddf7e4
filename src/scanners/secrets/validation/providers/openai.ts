import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const openai: Provider = {
  id: 'openai',
  title: 'OpenAI',
  endpoint: 'https://api.openai.com',
  rules: ['secrets/openai-api-key'],
  documentation: 'https://platform.openai.com/docs/api-reference/models/list',
  request: (value) => (value.startsWith('sk-admin-') ? undefined : bearer('/v1/models', value)),
  judge(answer) {
    // The same status is given to addresses outside an allow list.
    if (answer.status === 401) return answer.at('error', 'code') === 'invalid_api_key' ? inactive : undefined;
    return answer.status === 200 && answer.at('object') === 'list' ? active({}) : undefined;
  },
};
