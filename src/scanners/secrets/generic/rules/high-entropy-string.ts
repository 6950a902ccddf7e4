import type { RuleMeta } from '../../../../model/rule.ts';

export const highEntropyString: RuleMeta = {
  id: 'secrets/high-entropy-string',
  title: 'Random string beside words of authentication',
  severity: 'medium',
  confidence: 'low',
  cwe: [798],
  tags: ['A07:2021', 'CICD-SEC-6'],
  why: 'Long random strings near words like auth, cookie or sign are often keys under a name that does not say so.',
  fix: 'If it is a key, revoke it and read a new one at run time; if it is an identifier, give it a name that says so.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  bad: [{ path: 'application.conf', code: 'akka.remote.secure-cookie = "{secret}"\n' }],
  good: [
    { path: 'version.py', code: 'commit = "{secret}"\n' },
    { path: 'Podfile.lock', code: 'SPEC CHECKSUMS:\n  KeychainAccess: {secret}\n' },
  ],
};
