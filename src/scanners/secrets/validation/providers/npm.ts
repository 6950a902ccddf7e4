import { active, refusedPerhapsHere } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const npm: Provider = {
  id: 'npm',
  title: 'npm',
  endpoint: 'https://registry.npmjs.org',
  rules: ['secrets/npm-token'],
  documentation: 'https://docs.npmjs.com/cli/commands/npm-whoami',
  request: (value) => bearer('/-/whoami', value),
  judge(answer) {
    if (answer.status === 401) return refusedPerhapsHere;
    const user = answer.at('username');
    return answer.status === 200 && typeof user === 'string' ? active({ user }) : undefined;
  },
};
