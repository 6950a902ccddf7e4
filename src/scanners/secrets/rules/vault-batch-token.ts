import { defineSecret } from '../define-secret.ts';

export const vaultBatchToken = defineSecret({
  id: 'secrets/vault-batch-token',
  title: 'HashiCorp Vault batch token',
  provider: 'HashiCorp',
  shape: 'hvb.<w138-300>',
  gitleaks: 'vault-batch-token',
  opens: "It reads the secrets its policies allow until it expires; batch tokens can't be revoked one by one.",
  revoke: "Revoke its parent, or rotate the auth mount's role if it is an orphan, and rotate what it could read.",
  bad: [{ path: '.env', code: 'VAULT_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'VAULT_TOKEN=hvb.short' },
    { path: 'ci.yml', code: 'VAULT_TOKEN: ${{ steps.vault.outputs.token }}' },
  ],
});
