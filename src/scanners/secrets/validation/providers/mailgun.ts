import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

/** Accounts live in one of two regions, and each host knows only its own. */
export const mailgun: Provider = {
  id: 'mailgun',
  title: 'Mailgun',
  endpoint: 'https://api.mailgun.net',
  elsewhere: true,
  rules: ['secrets/mailgun-api-key', 'secrets/mailgun-private-key'],
  documentation: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains',
  request: (value) => ({
    method: 'GET',
    path: '/v4/domains?limit=1',
    headers: { authorization: `Basic ${Buffer.from(`api:${value}`).toString('base64')}` },
  }),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const domains = answer.at('total_count');
    return answer.status === 200 && typeof domains === 'number' ? active({ domains }) : undefined;
  },
};
