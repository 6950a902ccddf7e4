import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { snowflake } from '../proof/snowflake.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** What base64 makes of the first two digits of a number (`1` and up), then of a digit's high bits. */
const openings = ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'] as const;
const thirds = 'AEIMQUYcgk'.split('');

export const discordBotToken = defineSecret({
  id: 'secrets/discord-bot-token',
  title: 'Discord bot token',
  provider: 'Discord',
  regex: {
    source: String.raw`(?<![\w-])(?:M[Tjz]|N[DTjz]|O[DT])[AEIMQUYcgk][w-z0-5][\w-]{19,24}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])`,
    literals: [`${openings[0]}A`, ...openings.flatMap((opening) => thirds.map((third) => opening + third)).slice(1)],
    maxLength: 76,
    sample: (random) => `MTAx.${drawText(random, alphabet, 6)}.${drawText(random, alphabet, 38)}`,
  },
  proof: snowflake(),
  gitleaks: 'discord-api-token',
  opens:
    'Full control of the bot on every server it joined: reads and writes its channels, bans members, deletes what its role may delete.',
  revoke:
    'Reset the token under discord.com/developers → the application → Bot, and load the new one from the environment.',
  bad: [
    { path: 'bot.py', code: 'client.run("{secret}")' },
    { path: 'index.js', code: "client.login('{secret}');" },
  ],
  good: [
    { path: 'bot.py', code: 'client.run(os.environ["DISCORD_TOKEN"])' },
    { path: '.env.example', code: 'DISCORD_TOKEN=your.bot.token' },
  ],
});
