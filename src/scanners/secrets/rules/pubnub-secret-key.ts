import { defineSecret } from '../define-secret.ts';

export const pubnubSecretKey = defineSecret({
  id: 'secrets/pubnub-secret-key',
  title: 'PubNub secret key',
  provider: 'PubNub',
  shape: 'sec-c-<[A-Za-z0-9+/=]48>',
  opens: 'Grants itself and others any access to the channels of the keyset.',
  revoke: 'Remove the secret key in the PubNub admin portal (Keysets → Secret key) and add a new one.',
  bad: [{ path: 'chat.js', code: "const pubnub = new PubNub({ secretKey: '{secret}' });" }],
  good: [{ path: 'chat.js', code: 'const pubnub = new PubNub({ secretKey: process.env.PUBNUB_SECRET });' }],
});
