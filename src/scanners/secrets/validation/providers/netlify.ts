import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const netlify: Provider = {
  id: 'netlify',
  title: 'Netlify',
  endpoint: 'https://api.netlify.com',
  rules: ['secrets/netlify-token'],
  documentation: 'https://open-api.netlify.com/#tag/user/operation/getCurrentUser',
  request: (value) => bearer('/api/v1/user', value),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const id = answer.at('id');
    return answer.status === 200 && typeof id === 'string' ? active({ user: id }) : undefined;
  },
};
