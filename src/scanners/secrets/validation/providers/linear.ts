import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const linear: Provider = {
  id: 'linear',
  title: 'Linear',
  endpoint: 'https://api.linear.app',
  rules: ['secrets/linear-api-key'],
  documentation: 'https://linear.app/developers/graphql',
  request(value) {
    if (value.startsWith('lin_wh_')) return undefined;
    const authorization = value.startsWith('lin_oauth_') ? `Bearer ${value}` : value;
    const body = JSON.stringify({ query: '{ viewer { id } }' });
    return { method: 'POST', path: '/graphql', headers: { authorization, 'content-type': 'application/json' }, body };
  },
  judge(answer) {
    if (answer.status === 401) return inactive;
    const user = answer.at('data', 'viewer', 'id');
    return answer.status === 200 && typeof user === 'string' ? active({ user }) : undefined;
  },
};
