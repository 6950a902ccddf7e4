import { defineSecret } from '../define-secret.ts';

export const easypostKey = defineSecret({
  id: 'secrets/easypost-key',
  title: 'EasyPost API key',
  provider: 'EasyPost',
  shape: 'EZ[AT]K<A54>',
  gitleaks: 'easypost-api-token',
  opens: 'Buys postage at the account’s cost (EZTK: test mode) and reads addresses and trackers.',
  revoke: 'Disable the key under Account settings → API keys.',
  bad: [{ path: 'label.rb', code: 'EasyPost::Client.new(api_key: "{secret}")' }],
  good: [{ path: 'label.rb', code: 'EasyPost::Client.new(api_key: ENV["EASYPOST_API_KEY"])' }],
});
