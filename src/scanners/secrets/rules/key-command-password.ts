import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

const rest = String.raw`(?:[^\n;|]|\\\r?\n){0,240}?\s`;

export const keyCommandPassword = defineSecret({
  id: 'secrets/key-command-password',
  title: 'Passphrase on the command line of a key or archive tool',
  provider: 'Command line',
  regex: {
    source: [
      String.raw`\b(?:keytool|jarsigner|apksigner|zipalign)\b${rest}(?:-(?:storepass|keypass|srcstorepass|deststorepass|destkeypass)[ \t]{1,4}|--(?:ks|key)-pass\spass:)["']?(?!changeit\b|android\b|-)(?<secret>[^\s"'\`<>\\]{3,128})`,
      String.raw`\bopenssl\b(?:[^\n;|]|\\\r?\n){0,300}?\s(?:-pass(?:in|out)?|-k)[ \t]{1,4}["']?(?:pass:)(?<secret>[^\s"'\`<>\\]{3,128})`,
      String.raw`\bgpg2?\b${rest}--passphrase(?:[ \t]{1,4}|=)["']?(?!-)(?<secret>[^\s"'\`<>\\]{3,128})`,
      String.raw`\b(?:unzip|zip)(?=\s)${rest}-P[ \t]{0,4}["']?(?<secret>[^\s"'\`<>\\]{3,128})`,
      String.raw`\b(?:7z|7za|7zz|rar|unrar)\s{1,4}[a-z]{1,2}\b${rest}-p["']?(?<secret>[^\s"'\`<>\\]{3,128})`,
      String.raw`\bsecurity\s{1,4}(?:unlock|create|set|import)-?(?:keychain|key-partition-list)?\b${rest}-[pPk][ \t]{1,4}["']?(?!-)(?<secret>[^\s"'\`<>\\/]{3,128})`,
      String.raw`\b(?:signtool|certutil|Import-PfxCertificate)(?:\.exe)?\b${rest}[/-]p(?:assword)?[ \t]{1,4}["']?(?![-/(])(?<secret>[^\s"'\`<>\\/]{3,128})`,
    ],
    literals: [
      'keytool',
      'jarsigner',
      'apksigner',
      'zipalign',
      'openssl',
      'gpg',
      'zip ',
      '7z ',
      '7za ',
      '7zz ',
      'rar ',
      'security ',
      'signtool',
      'certutil',
    ],
    lead: 4,
    maxLength: 640,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Opens the key store, key or archive that the command works on.',
  revoke:
    'Change the passphrase and read it from a file or the environment (`-storepass:env`, `-pass env:`, `--passphrase-file`).',
  bad: [
    { path: 'sign.sh', code: 'jarsigner -keystore release.jks -storepass {secret} app.jar acme' },
    { path: 'cert.sh', code: 'openssl pkcs12 -export -in c.pem -out c.p12 -passout pass:{secret}' },
    { path: 'decrypt.sh', code: 'gpg --batch --passphrase {secret} -d backup.gpg' },
    { path: 'pack.sh', code: 'zip -r -P {secret} data.zip data/' },
  ],
  good: [
    { path: 'sign.sh', code: 'jarsigner -storepass:env STORE_PASSWORD app.jar acme' },
    { path: 'trust.sh', code: 'keytool -import -trustcacerts -keystore cacerts -storepass changeit -noprompt' },
    { path: 'cert.sh', code: 'openssl rand -hex 32 && openssl enc -pass env:KEY' },
  ],
});
