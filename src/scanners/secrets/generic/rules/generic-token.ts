import type { RuleMeta } from '../../../../model/rule.ts';

export const genericToken: RuleMeta = {
  id: 'secrets/generic-token',
  title: 'Token in a file',
  severity: 'high',
  confidence: 'medium',
  cwe: [798],
  tags: ['A07:2021', 'CICD-SEC-6'],
  why: 'The holder of a token can call the service as its owner until it expires or is revoked.',
  fix: 'Revoke the token at its issuer and hand a new, short-lived one to the process at run time.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'variables:\n  DEPLOY_TOKEN: {secret}\n' },
    { path: 'client.py', code: 'client = Client(auth_token="{secret}")\n' },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'variables:\n  DEPLOY_TOKEN: $CI_JOB_TOKEN\n' },
    { path: 'lexer.js', code: "if (token.type === 'identifier') next();\n" },
    { path: 'index.html', code: '<input type="hidden" name="csrf_token" value="5f2b9c0d7e4a13868b7d5e9f01c2a3b4">\n' },
  ],
};
