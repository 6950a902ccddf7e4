import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

/** Only tokens of users can list organisations; one without the scope is refused in words that tell nothing. */
export const sentry: Provider = {
  id: 'sentry',
  title: 'Sentry',
  endpoint: 'https://sentry.io',
  elsewhere: true,
  rules: ['secrets/sentry-token'],
  documentation: 'https://docs.sentry.io/api/organizations/list-your-organizations/',
  request: (value) => (value.startsWith('sntryu_') ? bearer('/api/0/organizations/', value) : undefined),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const first = answer.at(0, 'slug');
    return answer.status === 200 && typeof first === 'string' ? active({ organization: first }) : undefined;
  },
};
