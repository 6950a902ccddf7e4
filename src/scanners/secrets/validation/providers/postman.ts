import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const postman: Provider = {
  id: 'postman',
  title: 'Postman',
  endpoint: 'https://api.getpostman.com',
  elsewhere: true,
  rules: ['secrets/postman-api-key'],
  documentation: 'https://learning.postman.com/api-docs/api-reference/users/get-authenticated-user',
  request: (value) =>
    value.startsWith('PMAK-') ? { method: 'GET', path: '/me', headers: { 'x-api-key': value } } : undefined,
  judge(answer) {
    if (answer.status === 401) return inactive;
    if (answer.status !== 200 || typeof answer.at('user', 'id') !== 'number') return undefined;
    return active({ user: answer.at('user', 'username') });
  },
};
