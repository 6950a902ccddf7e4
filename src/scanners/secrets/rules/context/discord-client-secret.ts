import { defineContextSecret } from '../../define-context-secret.ts';

export const discordClientSecret = defineContextSecret({
  id: 'secrets/discord-client-secret',
  title: 'Discord OAuth client secret',
  provider: 'Discord',
  shape: '<w32>',
  words: ['discord'],
  variable: 'DISCORD_CLIENT_SECRET',
  entropy: 3.5,
  gitleaks: 'discord-client-secret',
  opens: 'With the application ID it exchanges codes and obtains tokens as the application.',
  revoke: "Reset it under the application's OAuth2 page in the Discord developer portal.",
});
