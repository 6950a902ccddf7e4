import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const mailgunApiKey = defineSecret({
  id: 'secrets/mailgun-api-key',
  title: 'Mailgun API key',
  provider: 'Mailgun',
  regex: {
    source: String.raw`(?<![\w-])key-[0-9a-f]{32}(?!\w)`,
    literals: ['key-'],
    maxLength: 36,
    sample: (random) => `key-${drawText(random, '0123456789abcdef', 32)}`,
  },
  entropy: 3,
  gitleaks: 'mailgun-private-api-token',
  opens: 'Sends mail from all domains of the account and reads stored messages and logs.',
  revoke: 'Delete the key under Mailgun → API Security and create a domain sending key for the secret store.',
  bad: [{ path: 'send.sh', code: "curl -s --user 'api:{secret}' https://api.mailgun.net/v3/mg.acme.io/messages" }],
  good: [{ path: 'send.sh', code: 'curl -s --user "api:$MAILGUN_KEY" https://api.mailgun.net/v3/mg.acme.io/messages' }],
});
