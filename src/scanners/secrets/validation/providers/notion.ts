import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const notion: Provider = {
  id: 'notion',
  title: 'Notion',
  endpoint: 'https://api.notion.com',
  rules: ['secrets/notion-token'],
  documentation: 'https://developers.notion.com/reference/get-self',
  request: (value) => bearer('/v1/users/me', value, { 'notion-version': '2022-06-28' }),
  judge(answer) {
    if (answer.status === 401) return answer.at('code') === 'unauthorized' ? inactive : undefined;
    if (answer.status !== 200 || answer.at('object') !== 'user') return undefined;
    return active({ name: answer.at('name'), type: answer.at('type') });
  },
};
