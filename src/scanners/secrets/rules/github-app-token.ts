import { defineSecret } from '../define-secret.ts';
import { jwt } from '../proof/jwt.ts';

export const githubAppToken = defineSecret({
  id: 'secrets/github-app-token',
  title: 'GitHub app installation token',
  provider: 'GitHub',
  shape: 'ghs_<d2-14>_eyJ<w20-400>.<w20-1200>.<w43-700>',
  proof: jwt(),
  severity: 'critical',
  family: 'github-token',
  gitleaks: 'github-app-token',
  opens: 'It acts as the app on every repository of the installation until it expires, an hour after it was made.',
  revoke:
    "It expires by itself; delete it through the API (DELETE /installation/token) if it must end now, and rotate the app's private key if that leaked too.",
  bad: [{ path: '.env', code: 'GH_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'GH_TOKEN=ghs_1234_eyJ...' },
    { path: 'ci.yml', code: 'GH_TOKEN: ${{ steps.app.outputs.token }}' },
  ],
});
