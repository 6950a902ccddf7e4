import { defineSecret } from '../define-secret.ts';
import { bech32 } from '../proof/bech32.ts';

export const nostrSecretKey = defineSecret({
  id: 'secrets/nostr-secret-key',
  title: 'Nostr secret key',
  provider: 'Nostr',
  shape: 'nsec1<[qpzry9x8gf2tvdw0s3jn54khce6mua7l]58>',
  proof: bech32(),
  severity: 'critical',
  opens: 'It is the identity: posts, messages and zaps in its owner’s name, and it cannot be revoked.',
  revoke: 'Announce a new key and stop using the old one; keep the new one in a signer or the environment.',
  bad: [{ path: 'bot.ts', code: "const { data: sk } = nip19.decode('{secret}');" }],
  good: [{ path: 'bot.ts', code: 'const { data: sk } = nip19.decode(process.env.NOSTR_NSEC);' }],
});
