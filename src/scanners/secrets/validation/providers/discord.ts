import { active, inactive } from '../judgement.ts';
import type { Provider } from '../provider.ts';

export const discord: Provider = {
  id: 'discord',
  title: 'Discord',
  endpoint: 'https://discord.com',
  rules: ['secrets/discord-bot-token'],
  documentation: 'https://discord.com/developers/docs/resources/user#get-current-user',
  request: (value) => ({ method: 'GET', path: '/api/v10/users/@me', headers: { authorization: `Bot ${value}` } }),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const id = answer.at('id');
    return answer.status === 200 && typeof id === 'string' ? active({ bot: answer.at('username'), id }) : undefined;
  },
};
