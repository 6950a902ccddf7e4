import { defineSecret } from '../define-secret.ts';
import { randomText } from '../proof/random-text.ts';

export const vaultLegacyToken = defineSecret({
  id: 'secrets/vault-legacy-token',
  title: 'HashiCorp Vault token (before 1.10)',
  provider: 'HashiCorp',
  shape: 's.<A24>',
  near: ['vault'],
  entropy: 3.8,
  proof: randomText(),
  family: 'vault-token',
  opens: 'It reads every secret that its policies allow.',
  revoke:
    'Revoke it with vault token revoke and rotate what it could read; upgrade, newer tokens carry a recognisable prefix.',
  bad: [
    { path: '.env', code: 'VAULT_TOKEN={secret}' },
    { path: 'fetch.sh', code: 'curl -H "X-Vault-Token: {secret}" https://vault.acme.io/v1/kv/data/shop' },
  ],
  good: [
    { path: 'a.ts', code: 'const vault = s.getVaultConfigurationFor();' },
    { path: '.env', code: 'VAULT_TOKEN=s.${TOKEN}' },
    { path: 'b.py', code: 'vault = s.replaceCharactersInString' },
  ],
});
