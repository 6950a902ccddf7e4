import { active } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

/** A token that is over is answered like one that may not. */
export const vercel: Provider = {
  id: 'vercel',
  title: 'Vercel',
  endpoint: 'https://api.vercel.com',
  rules: ['secrets/vercel-token'],
  documentation: 'https://vercel.com/docs/rest-api/authentication/get-auth-token-metadata',
  request: (value) => (value.startsWith('vcp_') ? bearer('/v5/user/tokens/current', value) : undefined),
  judge(answer) {
    if (answer.status !== 200 || typeof answer.at('token', 'id') !== 'string') return undefined;
    return active({ name: answer.at('token', 'name'), type: answer.at('token', 'type') });
  },
};
