import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const stripe: Provider = {
  id: 'stripe',
  title: 'Stripe',
  endpoint: 'https://api.stripe.com',
  rules: ['secrets/stripe-live-key', 'secrets/stripe-test-key'],
  documentation: 'https://docs.stripe.com/api/balance/balance_retrieve',
  request: (value) => bearer('/v1/balance', value),
  judge(answer) {
    if (typeof answer.at('error', 'type') === 'string') {
      if (answer.status === 401) return inactive;
      // Documented as a key without the permission, so it is a key.
      return answer.status === 403 ? active({ restricted: true }) : undefined;
    }
    if (answer.status !== 200 || answer.at('object') !== 'balance') return undefined;
    return active({ live: answer.at('livemode') });
  },
};
