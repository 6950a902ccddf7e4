import { defineSecret } from '../define-secret.ts';
import { derInBase64 } from '../proof/pem.ts';

export const privateKeyDer = defineSecret({
  id: 'secrets/private-key-der',
  title: 'Private key without PEM armour',
  provider: 'PKCS',
  regex: {
    // The fixed start of the encodings: PKCS#8 and PKCS#1 with version 0, SEC1 with version 1, encrypted PKCS#8 (PBES2).
    source: String.raw`(?<![A-Za-z0-9+/]|----|---\\n|--\\r\\n)(?:MII[A-Za-z0-9+/]{2}[AQgw]IBA[A-Za-z0-9+/]|MI[GH][A-Za-z0-9+/][A-Za-z0-9+/]?AgEA|M[A-Za-z0-9+/]{2,5}CAQAw|MHcCAQEE|MIGkAgEB|MII[A-Za-z0-9+/]{2,4}BOBgkqhkiG9w0BBQ0)(?:[A-Za-z0-9+/]|\\?\r?\n[ \t]{0,16}(?=[A-Za-z0-9+/=]{4})){50,6000}={0,2}(?![A-Za-z0-9+/=])`,
    literals: ['MII', 'AgEA', 'CAQAw', 'MHcCAQEE', 'MIGkAgEB'],
    maxLength: 6200,
    sample: () => '',
  },
  proof: derInBase64(),
  severity: 'critical',
  family: 'private-key',
  opens:
    'The key is usable as it stands: payment and messaging platforms hand out signing keys in this form, libraries load it directly.',
  revoke: 'Replace the key pair where its public half is registered, and load the new private key from a secret store.',
  references: ['https://www.rfc-editor.org/rfc/rfc5958'],
  bad: [
    { path: 'AlipayConfig.java', code: 'public static String MERCHANT_PRIVATE_KEY = "{secret}";' },
    { path: 'application.yml', code: 'jwt:\n  private-key: {secret}\n' },
  ],
  good: [
    { path: 'application.yml', code: 'jwt:\n  private-key: ${JWT_PRIVATE_KEY}\n' },
    {
      path: 'AlipayConfig.java',
      code: 'String PUBLIC_KEY = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA...";',
    },
  ],
});
