import { active, refusedPerhapsHere } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const doppler: Provider = {
  id: 'doppler',
  title: 'Doppler',
  endpoint: 'https://api.doppler.com',
  rules: ['secrets/doppler-token'],
  documentation: 'https://docs.doppler.com/reference/auth-me',
  request: (value) => bearer('/v3/me', value),
  judge(answer) {
    if (answer.status === 401) return refusedPerhapsHere;
    if (answer.status !== 200 || typeof answer.at('workplace') !== 'object') return undefined;
    return active({ name: answer.at('name'), type: answer.at('type'), workplace: answer.at('workplace', 'name') });
  },
};
