import { defineSecret } from '../define-secret.ts';

export const herokuApiKey = defineSecret({
  id: 'secrets/heroku-api-key',
  title: 'Heroku API key',
  provider: 'Heroku',
  shape: 'HRKU-(AA<w58>|<uuid>)',
  gitleaks: 'heroku-api-key-v2',
  opens:
    'It deploys and deletes apps, reads their config vars, which hold further credentials, and opens shells in dynos.',
  revoke:
    'Regenerate it under Account settings → API key, or remove the authorization with heroku authorizations:revoke. Pipelines use an authorization of their own with a narrow scope.',
  bad: [
    { path: '.env', code: 'HEROKU_API_KEY={secret}' },
    { path: '.netrc', code: 'machine api.heroku.com\n  login ci@acme.io\n  password {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'HEROKU_API_KEY: ${{ secrets.HEROKU_API_KEY }}' },
    { path: '.env', code: 'HEROKU_API_KEY=HRKU-xxxx' },
  ],
});
