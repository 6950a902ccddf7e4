import { defineSecret } from '../define-secret.ts';

export const airtableToken = defineSecret({
  id: 'secrets/airtable-token',
  title: 'Airtable personal access token',
  provider: 'Airtable',
  shape: 'pat<A14>.<h64>',
  gitleaks: 'airtable-personnal-access-token',
  opens: 'Reads and changes the bases and schemas in its scopes.',
  revoke: 'Revoke it under airtable.com/create/tokens.',
  bad: [{ path: 'fetch.py', code: 'Api("{secret}")' }],
  good: [{ path: 'fetch.py', code: 'Api(os.environ["AIRTABLE_TOKEN"])' }],
});
