import type { RuleMeta } from '../../../../model/rule.ts';

export const genericSecret: RuleMeta = {
  id: 'secrets/generic-secret',
  title: 'Secret in a file',
  severity: 'high',
  confidence: 'medium',
  cwe: [798, 321],
  tags: ['A02:2021', 'CICD-SEC-6'],
  why: 'A signing, client or session secret lets its holder forge sessions and tokens, or act as the application.',
  fix: 'Make a new secret, revoke what the old one signed, and read it at run time from the environment or a secret store.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  bad: [
    { path: 'config.js', code: "module.exports = { session: { secret: '{secret}' } };\n" },
    { path: 'application.yml', code: 'app:\n  auth:\n    client-secret: {secret}\n' },
  ],
  good: [
    { path: 'config.js', code: 'module.exports = { session: { secret: process.env.SESSION_SECRET } };\n' },
    { path: 'main.tf', code: 'data "aws_secretsmanager_secret_version" "db" {\n  secret_id = "prod/db/password"\n}\n' },
  ],
};
