import { defineSecret } from '../define-secret.ts';
import { crctail } from '../proof/crc32-hex.ts';

export const atlassianApiToken = defineSecret({
  id: 'secrets/atlassian-api-token',
  title: 'Atlassian API token',
  provider: 'Atlassian',
  shape: 'ATATT3xFfGF0<w80+>=<X8>',
  proof: crctail(),
  severity: 'critical',
  gitleaks: 'atlassian-api-token',
  opens:
    "With the account's address it acts as that person in Jira, Confluence and Bitbucket Cloud, past the second factor.",
  revoke:
    'Revoke it at id.atlassian.com → Security → API tokens and use one with scopes and an expiry, owned by a service account.',
  bad: [
    { path: '.env', code: 'JIRA_API_TOKEN={secret}' },
    { path: 'call.sh', code: 'curl -u ci@acme.io:{secret} https://acme.atlassian.net/rest/api/3/myself' },
  ],
  good: [
    { path: 'call.sh', code: 'curl -u ci@acme.io:$JIRA_API_TOKEN https://acme.atlassian.net/rest/api/3/myself' },
    { path: '.env', code: 'JIRA_API_TOKEN=ATATT3xFfGF0...' },
  ],
});
