import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const bearerAuthorization = defineSecret({
  id: 'secrets/bearer-authorization',
  title: 'Bearer token in a header',
  provider: 'HTTP',
  regex: {
    source: String.raw`(?:authorization\\?["'\`]?\]?\s{0,4}(?:(?:,\s{0,4}["']?value["']?\s{0,4})?[:=,]|=>|\()\s{0,4}(?:\\?["'\`])?)(?:Bearer|Token|ApiKey|GenieKey|SSWS|DeepL-Auth-Key|Klaviyo-API-Key)\s{1,2}(?<secret>(?=[A-Za-z._~+/=-]{0,40}\d)[A-Za-z0-9._~+/-]{20,1000}={0,2})(?![\w.~+/=-])`,
    caseless: true,
    literals: ['bearer ', 'token ', 'apikey ', 'geniekey ', 'ssws ', '-key '],
    lead: 60,
    maxLength: 1080,
    sample: (random) => drawText(random, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 32),
  },
  entropy: 3.4,
  confidence: 'medium',
  distinctive: false,
  gitleaks: 'curl-auth-header',
  opens: 'The holder calls the service as the token’s owner until it expires or is revoked.',
  revoke: 'Revoke the token at its issuer and set the header at run time from a secret.',
  references: ['https://www.rfc-editor.org/rfc/rfc6750'],
  bad: [
    { path: 'poll.sh', code: 'curl -H "Authorization: Bearer {secret}" https://api.acme.io/v1/orders' },
    { path: 'client.py', code: 'headers = {"Authorization": "Token {secret}"}' },
    { path: 'orders.har', code: '{"name":"Authorization","value":"Bearer {secret}"}' },
  ],
  good: [
    { path: 'poll.sh', code: 'curl -H "Authorization: Bearer $TOKEN" https://api.acme.io/v1/orders' },
    { path: 'client.py', code: 'headers = {"Authorization": f"Bearer {token}"}' },
  ],
});
