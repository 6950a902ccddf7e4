import { defineContextSecret } from '../../define-context-secret.ts';

export const codecovToken = defineContextSecret({
  id: 'secrets/codecov-token',
  title: 'Codecov upload token',
  provider: 'Codecov',
  shape: '<l32>',
  words: ['codecov'],
  variable: 'CODECOV_TOKEN',
  severity: 'medium',
  gitleaks: 'codecov-access-token',
  opens: 'It uploads coverage reports for the repository; a forged report makes a check pass or fail.',
  revoke: "Regenerate it under the repository's Settings → General on Codecov and use tokenless or OIDC uploads.",
});
