import { defineSecret } from '../define-secret.ts';
import { basic } from '../proof/basic.ts';

export const basicAuthorization = defineSecret({
  id: 'secrets/basic-authorization',
  title: 'Basic authorization header',
  provider: 'HTTP',
  regex: {
    source: String.raw`(?:[Aa](?:uthorization|UTHORIZATION)\\?["'\`]?\]?\s{0,4}(?:[:=,]|=>|\()\s{0,4}(?:\\?["'\`])?|\\?["'\`]\s{0,2})[Bb](?:asic|ASIC)\s{1,2}(?<secret>(?=[A-Za-z0-9+/]{0,600}?(?:\d|[a-z][A-Z]|=))[A-Za-z0-9+/]{8,600}={0,2})(?![\w+/=-])`,
    literals: ['asic ', 'BASIC '],
    lead: 40,
    maxLength: 660,
    sample: () => '',
  },
  proof: basic(),
  family: 'basic-credentials',
  gitleaks: 'curl-auth-header',
  opens: 'User and password, merely encoded: the holder calls the service as that user.',
  revoke: 'Change the password or key and build the header at run time from a secret.',
  references: ['https://www.rfc-editor.org/rfc/rfc7617'],
  bad: [
    { path: 'orders.http', code: 'GET https://api.acme.io/orders\nAuthorization: Basic {secret}\n' },
    { path: 'client.ts', code: "headers: { Authorization: 'Basic {secret}' }" },
    { path: 'poll.sh', code: 'curl -H "Authorization: Basic {secret}" https://api.acme.io/' },
  ],
  good: [
    { path: 'orders.http', code: 'Authorization: Basic {{credentials}}' },
    { path: 'client.ts', code: "headers: { Authorization: 'Basic ' + btoa(`${user}:${password}`) }" },
    { path: 'api.md', code: 'Authorization: Basic authentication is required' },
  ],
});
