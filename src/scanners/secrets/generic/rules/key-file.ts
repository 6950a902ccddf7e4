import type { RuleMeta } from '../../../../model/rule.ts';

export const keyFile: RuleMeta = {
  id: 'secrets/key-file',
  title: 'File that is a key or a password',
  severity: 'high',
  confidence: 'high',
  cwe: [798, 321],
  tags: ['A07:2021', 'CICD-SEC-6'],
  why: 'The file holds one random value and its name says what for: the master key of Rails opens all credentials of the application, a vault password all of its secrets.',
  fix: 'Make a new key, encrypt again what it protects, and hand it to the process from the environment or a secret store. Removing the file is not enough: the value stays in the history and in every clone.',
  references: ['https://guides.rubyonrails.org/security.html#custom-credentials'],
  bad: [{ path: 'config/master.key', code: '{secret}\n' }],
  good: [
    { path: 'config/master.key', code: 'see the team vault\n' },
    { path: 'REVISION', code: '{secret}\n' },
  ],
};
