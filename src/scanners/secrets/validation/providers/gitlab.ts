import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const gitlab: Provider = {
  id: 'gitlab',
  title: 'GitLab',
  endpoint: 'https://gitlab.com',
  elsewhere: true,
  rules: ['secrets/gitlab-token', 'secrets/gitlab-routable-token'],
  documentation: 'https://docs.gitlab.com/api/personal_access_tokens/',
  request: (value) =>
    value.startsWith('glpat-')
      ? { method: 'GET', path: '/api/v4/personal_access_tokens/self', headers: { 'private-token': value } }
      : undefined,
  judge(answer) {
    if (answer.status === 401) return inactive;
    if (answer.status !== 200 || typeof answer.at('id') !== 'number') return undefined;
    if (answer.at('active') === false || answer.at('revoked') === true) return inactive;
    if (answer.at('active') !== true) return undefined;
    return active({
      name: answer.at('name'),
      user: answer.at('user_id'),
      scopes: answer.at('scopes'),
      expires: answer.at('expires_at'),
    });
  },
};
