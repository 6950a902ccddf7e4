import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const railsSecretKeyBase = defineSecret({
  id: 'secrets/rails-secret-key-base',
  title: 'Secret key base of Rails or Phoenix',
  provider: 'Rails',
  regex: {
    source: String.raw`(?:secret_key_base|SECRET_KEY_BASE|secret_token|RAILS_MASTER_KEY|signing_salt|devise_secret|secret_key)["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?(?<secret>[0-9a-f]{30,128}|[A-Za-z0-9+/]{64})(?![\w+/])`,
    literals: ['secret_key', 'SECRET_KEY_BASE', 'secret_token', 'RAILS_MASTER_KEY', 'signing_salt', 'devise_secret'],
    lead: 0,
    maxLength: 160,
    sample: (random) => drawText(random, '0123456789abcdef', 128),
  },
  entropy: 3,
  severity: 'critical',
  distinctive: false,
  opens:
    'It signs and encrypts sessions and cookies: whoever has it logs in as anybody, and in old versions runs code on the server. A master key opens credentials.yml.enc.',
  revoke:
    'Generate a new one (`rails secret`, `mix phx.gen.secret`), and read it from the environment or the encrypted credentials.',
  references: ['https://guides.rubyonrails.org/security.html#encrypted-session-storage'],
  bad: [
    { path: 'config/secrets.yml', code: 'production:\n  secret_key_base: {secret}\n' },
    { path: 'config/initializers/secret_token.rb', code: "Shop::Application.config.secret_key_base = '{secret}'" },
    { path: 'Procfile', code: 'web: RAILS_MASTER_KEY={secret} bin/rails server' },
  ],
  good: [{ path: 'config/secrets.yml', code: 'production:\n  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>\n' }],
});
