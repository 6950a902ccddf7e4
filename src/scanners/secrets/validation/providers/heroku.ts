import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const heroku: Provider = {
  id: 'heroku',
  title: 'Heroku',
  endpoint: 'https://api.heroku.com',
  rules: ['secrets/heroku-api-key'],
  documentation: 'https://devcenter.heroku.com/articles/platform-api-reference#account-info',
  request: (value) => bearer('/account', value, { accept: 'application/vnd.heroku+json; version=3' }),
  judge(answer) {
    const id = answer.at('id');
    if (answer.status === 401) return id === 'unauthorized' ? inactive : undefined;
    return answer.status === 200 && typeof id === 'string' ? active({ account: id }) : undefined;
  },
};
