import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const digitalocean: Provider = {
  id: 'digitalocean',
  title: 'DigitalOcean',
  endpoint: 'https://api.digitalocean.com',
  rules: ['secrets/digitalocean-token'],
  documentation: 'https://docs.digitalocean.com/reference/api/reference/account/',
  request: (value) => (value.startsWith('dor_') ? undefined : bearer('/v2/account', value)),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const account = answer.at('account', 'uuid');
    if (answer.status !== 200 || typeof account !== 'string') return undefined;
    return active({ account, status: answer.at('account', 'status') });
  },
};
