import { defineContextSecret } from '../../define-context-secret.ts';

export const lineChannelToken = defineContextSecret({
  id: 'secrets/line-channel-token',
  title: 'LINE channel access token',
  provider: 'LINE',
  shape: '<B171-175>=?',
  words: ['line_channel', 'line_access', 'linechannel', 'line_bot', 'line-bot', 'line_token'],
  variable: 'LINE_CHANNEL_ACCESS_TOKEN',
  entropy: 4,
  opens: 'It sends messages to everyone who follows the account and reads their profiles.',
  revoke: "Reissue it on the channel's Messaging API tab and use short-lived tokens signed with a key.",
});
