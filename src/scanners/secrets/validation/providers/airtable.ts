import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const airtable: Provider = {
  id: 'airtable',
  title: 'Airtable',
  endpoint: 'https://api.airtable.com',
  rules: ['secrets/airtable-token'],
  documentation: 'https://airtable.com/developers/web/api/get-user-id-scopes',
  request: (value) => bearer('/v0/meta/whoami', value),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const user = answer.at('id');
    return answer.status === 200 && typeof user === 'string'
      ? active({ user, scopes: answer.at('scopes') })
      : undefined;
  },
};
