import { defineSecret } from '../define-secret.ts';

export const twilioApiKey = defineSecret({
  id: 'secrets/twilio-api-key',
  title: 'Twilio API key',
  provider: 'Twilio',
  shape: 'SK([01234567]|[89abcdef])<h31>',
  entropy: 3,
  severity: 'medium',
  gitleaks: 'twilio-api-key',
  opens:
    'The identifier of an API key; together with its secret, which usually stands beside it, one sends messages and calls at the account’s cost.',
  revoke:
    'Delete the key under Twilio Console → Account → API keys and tokens, create a new one, and load key and secret from a secret store.',
  bad: [{ path: 'sms.rb', code: 'client = Twilio::REST::Client.new("{secret}", secret, account)' }],
  good: [
    { path: 'sms.rb', code: 'client = Twilio::REST::Client.new(ENV["TWILIO_API_KEY"], ENV["TWILIO_API_SECRET"])' },
  ],
});
