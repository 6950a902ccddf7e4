import type { RuleMeta } from '../../../../model/rule.ts';

export const genericApiKey: RuleMeta = {
  id: 'secrets/generic-api-key',
  title: 'API or encryption key in a file',
  severity: 'high',
  confidence: 'medium',
  cwe: [798, 321],
  tags: ['A02:2021', 'CICD-SEC-6'],
  why: 'A key lets its holder use the service at the expense of its owner, or read what the key encrypts.',
  fix: 'Revoke the key, make a new one, and read it at run time from the environment or a secret store.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  bad: [
    { path: 'src/Weather.cs', code: 'private const string ApiKey = "{secret}";\n' },
    { path: 'terraform.tfvars', code: 'datadog_api_key = "{secret}"\n' },
  ],
  good: [
    { path: 'README.md', code: 'export API_KEY=<your key>\n' },
    { path: 'src/cache.ts', code: "const cacheKey = 'user-profile-v2';\n" },
    { path: 'package-lock.json', code: '"integrity": "sha512-{secret}"\n' },
  ],
};
