import { defineSecret } from '../define-secret.ts';

export const privateKeyHex = defineSecret({
  id: 'secrets/private-key-hex',
  title: 'Private key in hexadecimal',
  provider: 'PKCS',
  shape: [
    '302[eE]020100300506032[bB]65(70|6[eE])04220420<H64>',
    '3030020100300706052[bB]8104000[aA]04220420<H64>',
    '308187020100301306072[aA]8648[cC][eE]3[dD]020106082[aA]8648[cC][eE]3[dD]030107046[dD]306[bB]0201010420<H64>',
  ],
  severity: 'critical',
  family: 'private-key',
  opens:
    'An Ed25519, X25519, secp256k1 or P-256 key in its standard encoding: it signs as its owner, on a ledger also transfers.',
  revoke: 'Move what the key controls to a new one that a secret store or wallet holds.',
  references: ['https://www.rfc-editor.org/rfc/rfc8410'],
  bad: [{ path: '.env', code: 'HEDERA_OPERATOR_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'HEDERA_OPERATOR_KEY=302e020100300506032b657004220420…' }],
});
