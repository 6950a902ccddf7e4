import { active } from '../judgement.ts';
import type { Provider } from '../provider.ts';

/** A token without the scope and one that is over are both answered 403. */
export const figma: Provider = {
  id: 'figma',
  title: 'Figma',
  endpoint: 'https://api.figma.com',
  rules: ['secrets/figma-token'],
  documentation: 'https://developers.figma.com/docs/rest-api/users-endpoints/',
  request: (value) =>
    value.startsWith('figd_') ? { method: 'GET', path: '/v1/me', headers: { 'x-figma-token': value } } : undefined,
  judge(answer) {
    if (answer.status !== 200 || typeof answer.at('id') !== 'string') return undefined;
    return active({ user: answer.at('handle') });
  },
};
