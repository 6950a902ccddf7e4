import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const telegram: Provider = {
  id: 'telegram',
  title: 'Telegram',
  endpoint: 'https://api.telegram.org',
  rules: ['secrets/telegram-bot-token'],
  documentation: 'https://core.telegram.org/bots/api#getme',
  request: (value) =>
    /^\d+:[\w-]+$/.test(value) ? { method: 'GET', path: `/bot${value}/getMe`, headers: {} } : undefined,
  judge(answer) {
    if (answer.status === 401) return answer.at('error_code') === 401 ? inactive : undefined;
    if (answer.status !== 200 || answer.at('ok') !== true) return undefined;
    return active({ bot: answer.at('result', 'username') });
  },
};
