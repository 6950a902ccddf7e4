import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';
import { sasExpiry } from '../proof/sas-expiry.ts';

/** 32 bytes in base64, as it is or percent-encoded. */
const signature = String.raw`(?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])`;

export const azureSasToken = defineSecret({
  id: 'secrets/azure-sas-token',
  title: 'Azure shared access signature',
  provider: 'Microsoft Azure',
  regex: {
    source: [
      String.raw`\bsv=\d{4}-\d\d-\d\d(?:&|%26|\\u0026)[\w%=&;:.\\-]{0,400}?sig=(?<secret>${signature})`,
      String.raw`[?&;]sig=(?<secret>${signature})(?:&|%26|\\u0026)[\w%=&;:.\\-]{0,400}?sv=\d{4}-\d\d-\d\d`,
      String.raw`SharedAccessSignature sr=[\w%.~-]{1,300}&sig=(?<secret>${signature})&se=\d{9,11}`,
    ],
    literals: ['sig='],
    maxLength: 640,
    sample: (random) => encodeURIComponent(drawBytes(random, 32).toString('base64')),
  },
  proof: sasExpiry(),
  severity: 'medium',
  opens:
    'Whoever has the URL reads, writes or deletes the blobs, queues or tables that it is scoped to until it expires, without an account.',
  revoke:
    'A signature ends by rotating the account key that signed it, or at once by deleting the stored access policy it names. Issue short user-delegation signatures from Entra ID at run time.',
  bad: [
    {
      path: 'fetch.sh',
      code: 'curl "https://shop.blob.core.windows.net/dump/db.bak?sp=r&st=2024-01-01T00:00:00Z&se=2099-01-01T00:00:00Z&spr=https&sv=2022-11-02&sr=b&sig={secret}"',
    },
    {
      path: 'fetch.py',
      code: 'url = "https://shop.blob.core.windows.net/dump/db.bak?sig={secret}&se=2099-01-01T00%3A00%3A00Z&sv=2022-11-02&sp=r"',
    },
    {
      path: 'send.sh',
      code: 'curl -H "Authorization: SharedAccessSignature sr=shop.servicebus.windows.net%2Forders&sig={secret}&se=4102444800&skn=send" https://shop.servicebus.windows.net/orders/messages',
    },
    { path: '.env', code: 'SAS=?sv=2022-11-02&ss=b&srt=sco&sp=rwdlac&se=2099-01-01T00:00:00Z&sig={secret}' },
  ],
  good: [
    {
      path: 'fetch.sh',
      code: 'curl "https://shop.blob.core.windows.net/dump/db.bak?sv=2022-11-02&sr=b&sig=$SIGNATURE"',
    },
    { path: 'doc.md', code: 'https://shop.blob.core.windows.net/dump/db.bak?sv=2022-11-02&sr=b&sig=...' },
  ],
});
