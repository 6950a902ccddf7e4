import { defineSecret } from '../define-secret.ts';

export const twitchChatToken = defineSecret({
  id: 'secrets/twitch-chat-token',
  title: 'Twitch chat token',
  provider: 'Twitch',
  shape: 'oauth:^<l30>',
  entropy: 3.5,
  opens: 'Logs in to Twitch chat as the account and uses whatever scopes it was granted.',
  revoke: 'Disconnect the app under Twitch → Settings → Connections, then authorise it again.',
  bad: [{ path: 'bot.py', code: 'TWITCH_PASS = "oauth:{secret}"' }],
  good: [{ path: 'bot.py', code: 'TWITCH_PASS = "oauth:" + os.environ["TWITCH_TOKEN"]' }],
});
