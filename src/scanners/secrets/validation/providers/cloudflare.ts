import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

/** "Invalid API Token". */
const invalidToken = 1000;

export const cloudflare: Provider = {
  id: 'cloudflare',
  title: 'Cloudflare',
  endpoint: 'https://api.cloudflare.com',
  rules: ['secrets/cloudflare-token'],
  documentation: 'https://developers.cloudflare.com/api/resources/user/subresources/tokens/methods/verify/',
  // Tokens of an account are verified by a call that wants the account's id.
  request: (value) => (value.startsWith('cfut_') ? bearer('/client/v4/user/tokens/verify', value) : undefined),
  judge(answer) {
    if (answer.status === 401) return answer.at('errors', 0, 'code') === invalidToken ? inactive : undefined;
    const status = answer.at('result', 'status');
    if (answer.status !== 200) return undefined;
    if (status === 'disabled' || status === 'expired') return inactive;
    return status === 'active' ? active({ expires: answer.at('result', 'expires_on') }) : undefined;
  },
};
