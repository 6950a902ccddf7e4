import { defineContextSecret } from '../../define-context-secret.ts';

export const twitchToken = defineContextSecret({
  id: 'secrets/twitch-token',
  title: 'Twitch client secret or token',
  provider: 'Twitch',
  shape: '<l30>',
  words: ['twitch'],
  variable: 'TWITCH_CLIENT_SECRET',
  gitleaks: 'twitch-api-token',
  opens: 'It obtains app tokens, or acts in the channel of the user who granted it.',
  revoke: "Generate another secret on the application's page at dev.twitch.tv and revoke the tokens.",
});
