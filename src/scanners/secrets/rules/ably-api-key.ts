import { defineSecret } from '../define-secret.ts';

export const ablyApiKey = defineSecret({
  id: 'secrets/ably-api-key',
  title: 'Ably API key',
  provider: 'Ably',
  shape: '<w6>.<w6>:<w43>',
  near: { words: ['ably'], within: 60 },
  entropy: 4,
  opens: 'Publishes and subscribes on the channels the key allows, all of them by default.',
  revoke: 'Revoke it under the app’s API Keys tab and issue short-lived tokens to clients instead.',
  bad: [{ path: 'realtime.ts', code: "const ably = new Ably.Realtime('{secret}');" }],
  good: [{ path: 'realtime.ts', code: "const ably = new Ably.Realtime({ authUrl: '/auth' });" }],
});
