import type { RuleMeta } from '../../../model/rule.ts';

/** What the generic detector can report; it judges candidates itself, so these carry no pattern. */
export const genericRules: readonly RuleMeta[] = [
  {
    id: 'secrets/generic-password',
    title: 'Password in the source',
    severity: 'high',
    confidence: 'medium',
    cwe: [798, 259],
    tags: ['A07:2021', 'CICD-SEC-6'],
    why: 'Everyone who can read the repository, a build log or an image layer can log in with the password.',
    fix: 'Change the password, then read it at run time from the environment or a secret store.',
    bad: [{ path: 'config/database.yml', code: 'production:\n  username: shop\n  password: {secret}\n' }],
    good: [{ path: 'config/database.yml', code: 'production:\n  password: <%= ENV["DB_PASSWORD"] %>\n' }],
  },
];
