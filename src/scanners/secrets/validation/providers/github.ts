import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

const headers = { accept: 'application/vnd.github+json' };

export const github: Provider = {
  id: 'github',
  title: 'GitHub',
  endpoint: 'https://api.github.com',
  elsewhere: true,
  rules: ['secrets/github-token', 'secrets/github-fine-grained-token', 'secrets/github-app-token'],
  documentation: 'https://docs.github.com/en/rest/users/users#get-the-authenticated-user',
  request(value) {
    // An installation is not a user, and a refresh token can only be spent.
    if (value.startsWith('ghs_')) return bearer('/installation/repositories?per_page=1', value, headers);
    return value.startsWith('ghr_') ? undefined : bearer('/user', value, headers);
  },
  judge(answer) {
    if (answer.status === 401) return inactive;
    if (answer.status !== 200) return undefined;
    const repositories = answer.at('total_count');
    if (typeof repositories === 'number') return active({ repositories });
    const login = answer.at('login');
    if (typeof login !== 'string') return undefined;
    return active({ login, type: answer.at('type'), scopes: answer.header('x-oauth-scopes') });
  },
};
