import { active, refusedPerhapsHere } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const buildkite: Provider = {
  id: 'buildkite',
  title: 'Buildkite',
  endpoint: 'https://api.buildkite.com',
  rules: ['secrets/buildkite-token'],
  documentation: 'https://buildkite.com/docs/apis/rest-api/access-token',
  request: (value) => (value.startsWith('bkua_') ? bearer('/v2/access-token', value) : undefined),
  judge(answer) {
    if (answer.status === 401) return refusedPerhapsHere;
    if (answer.status !== 200 || typeof answer.at('uuid') !== 'string') return undefined;
    return active({ scopes: answer.at('scopes') });
  },
};
