import { defineSecret } from '../define-secret.ts';

export const flyioToken = defineSecret({
  id: 'secrets/flyio-token',
  title: 'Fly.io access token',
  provider: 'Fly.io',
  shape: ['fo1_<w43>', 'fm[12][ar]?_<B100+>=?=?'],
  gitleaks: 'flyio-access-token',
  opens:
    "It deploys machines into the organisation or app, reads its secrets' names and opens consoles in running machines.",
  revoke:
    'Revoke it with fly tokens revoke (or Dashboard → Tokens) and make a deploy token for the one app that needs it.',
  bad: [
    { path: '.env', code: 'FLY_API_TOKEN="FlyV1 {secret}"' },
    { path: 'ci.yml', code: 'FLY_API_TOKEN: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}' },
    { path: 'doc.md', code: 'Deploy tokens start with FlyV1 fm2_.' },
  ],
});
