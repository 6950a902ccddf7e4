import { defineSecret } from '../define-secret.ts';

export const circleciToken = defineSecret({
  id: 'secrets/circleci-token',
  title: 'CircleCI personal API token',
  provider: 'CircleCI',
  shape: 'CCIPAT_<A22>_<h40>',
  opens:
    "It starts pipelines with chosen parameters, reads artifacts and changes contexts and environment variables of the user's projects.",
  revoke: 'Remove it under User settings → Personal API tokens; use OIDC in jobs.',
  bad: [
    { path: '.env', code: 'CIRCLECI_TOKEN={secret}' },
    { path: 'call.sh', code: 'curl -H "Circle-Token: {secret}" https://circleci.com/api/v2/me' },
  ],
  good: [
    { path: 'call.sh', code: 'curl -H "Circle-Token: $CIRCLECI_TOKEN" https://circleci.com/api/v2/me' },
    { path: '.env', code: 'CIRCLECI_TOKEN=CCIPAT_...' },
  ],
});
