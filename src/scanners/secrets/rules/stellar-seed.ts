import { defineSecret } from '../define-secret.ts';
import { decodeBase32, encodeBase32 } from '../proof/base32.ts';
import { crc16 } from '../proof/nkey.ts';

/** Version byte of a seed. */
const seed = 0x90;

export const stellarSeed = defineSecret({
  id: 'secrets/stellar-seed',
  title: 'Stellar secret seed',
  provider: 'Stellar',
  shape: 'S[ABCD]<2:54>',
  near: ['stellar', 'secret', 'seed', 'horizon', 'lumen', 'keypair', 'private', 'soroban'],
  proof: {
    id: 'crc16',
    check: (value) => {
      const bytes = decodeBase32(value) ?? Buffer.alloc(0);
      const whole = bytes.length === 35 && bytes[0] === seed && bytes.readUInt16LE(33) === crc16(bytes.subarray(0, 33));
      return { outcome: whole ? 'proven' : 'refuted' };
    },
    complete: (sample) => {
      const bytes = Buffer.from(decodeBase32(sample) ?? Buffer.alloc(35));
      bytes[0] = seed;
      bytes.writeUInt16LE(crc16(bytes.subarray(0, 33)), 33);
      return encodeBase32(bytes).toUpperCase();
    },
  },
  severity: 'critical',
  confidence: 'high',
  opens: 'Signs for the account: transfers what it holds and issues its assets.',
  revoke:
    'Move the funds and change the account’s signers at once; keep seeds in a wallet or a key management service.',
  references: ['https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md'],
  bad: [{ path: 'pay.js', code: "const source = Keypair.fromSecret('{secret}');" }],
  good: [{ path: 'pay.js', code: 'const source = Keypair.fromSecret(process.env.STELLAR_SEED);' }],
});
