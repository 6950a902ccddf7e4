import { defineSecret } from '../define-secret.ts';

export const onfidoToken = defineSecret({
  id: 'secrets/onfido-token',
  title: 'Onfido API token',
  provider: 'Onfido',
  shape: 'api_(live|sandbox)(_us|_ca|_eu)?.<w10-30>.<w20-60>',
  entropy: 3.6,
  opens: 'Reads identity checks with their documents and selfies.',
  revoke: 'Revoke it in the dashboard under Developers → Tokens.',
  bad: [{ path: 'kyc.rb', code: 'Onfido.configure { |c| c.api_token = "{secret}" }' }],
  good: [{ path: 'kyc.rb', code: 'Onfido.configure { |c| c.api_token = ENV["ONFIDO"] }' }],
});
