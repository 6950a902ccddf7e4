import { active, inactive, refusedPerhapsHere } from '../judgement.ts';
import type { Provider } from '../provider.ts';

const over = new Set<unknown>(['token_revoked', 'token_expired', 'account_inactive']);

export const slack: Provider = {
  id: 'slack',
  title: 'Slack',
  endpoint: 'https://slack.com',
  rules: ['secrets/slack-bot-token', 'secrets/slack-user-token'],
  documentation: 'https://docs.slack.dev/reference/methods/auth.test',
  request: (value) =>
    /^xox[bp]-/.test(value)
      ? { method: 'POST', path: '/api/auth.test', headers: { authorization: `Bearer ${value}` } }
      : undefined,
  judge(answer) {
    if (answer.status !== 200) return undefined;
    if (answer.at('ok') === true) return active({ team: answer.at('team'), user: answer.at('user') });
    const error = answer.at('error');
    if (over.has(error)) return inactive;
    return error === 'invalid_auth' ? refusedPerhapsHere : undefined;
  },
};
