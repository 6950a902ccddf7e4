import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const tsigKey = defineSecret({
  id: 'secrets/tsig-key',
  title: 'TSIG key',
  provider: 'DNS',
  regex: {
    source: String.raw`hmac-(?:md5|sha\d{1,3})[^{}]{0,60}?secret["']?[ \t:=]{1,6}["']?(?<secret>[A-Za-z0-9+/]{16,88}={0,2})`,
    literals: ['hmac-'],
    maxLength: 220,
    sample: (random) => drawBytes(random, 32).toString('base64'),
  },
  entropy: 3.4,
  opens: 'Signs DNS updates and zone transfers: whoever has it rewrites the zone and so obtains mail and certificates.',
  revoke:
    'Make a new key (`tsig-keygen`), replace it on both servers, and include key files from outside the repository.',
  references: ['https://www.rfc-editor.org/rfc/rfc8945'],
  bad: [{ path: 'named.conf', code: 'key "ddns" {\n  algorithm hmac-sha256;\n  secret "{secret}";\n};' }],
  good: [{ path: 'named.conf', code: 'include "/etc/bind/ddns.key";' }],
});
