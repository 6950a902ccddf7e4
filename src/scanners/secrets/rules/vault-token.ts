import { defineSecret } from '../define-secret.ts';

export const vaultToken = defineSecret({
  id: 'secrets/vault-token',
  title: 'HashiCorp Vault token',
  provider: 'HashiCorp',
  shape: 'hv[sr].<w24-130>',
  entropy: 3.3,
  severity: 'critical',
  gitleaks: 'vault-service-token',
  opens: 'It reads every secret that its policies allow and, as a root or periodic token, never expires by itself.',
  revoke:
    'Revoke it with vault token revoke (with its accessor if the value is gone) and rotate what it could read. Log in by OIDC, JWT, Kubernetes or AppRole with response wrapping.',
  bad: [
    { path: '.env', code: 'VAULT_TOKEN={secret}' },
    { path: 'fetch.sh', code: 'curl -H "X-Vault-Token: {secret}" https://vault.acme.io/v1/kv/data/shop' },
  ],
  good: [
    { path: 'fetch.sh', code: 'curl -H "X-Vault-Token: $(cat ~/.vault-token)" https://vault.acme.io/v1/kv/data/shop' },
    { path: '.env', code: 'VAULT_TOKEN=hvs.your-token' },
    { path: 'a.py', code: 'hvs.append(value)' },
  ],
});
