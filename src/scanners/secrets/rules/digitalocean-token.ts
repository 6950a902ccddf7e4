import { defineSecret } from '../define-secret.ts';

export const digitaloceanToken = defineSecret({
  id: 'secrets/digitalocean-token',
  title: 'DigitalOcean token',
  provider: 'DigitalOcean',
  shape: 'do[por]_v1_<h64>',
  gitleaks: 'digitalocean-pat',
  opens: 'It manages the account with its scopes: droplets, databases, Kubernetes clusters, DNS and billing.',
  revoke: 'Delete it under API → Tokens (OAuth tokens: Applications) and create one with custom scopes and an expiry.',
  bad: [
    { path: '.env', code: 'DIGITALOCEAN_TOKEN={secret}' },
    { path: 'main.tf', code: 'provider "digitalocean" {\n  token = "{secret}"\n}' },
  ],
  good: [
    { path: 'main.tf', code: 'token = var.do_token' },
    { path: '.env.example', code: 'DIGITALOCEAN_TOKEN=dop_v1_your_token_here' },
  ],
});
