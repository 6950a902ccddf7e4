import { defineSecret } from '../define-secret.ts';
import { numberedToken } from '../proof/numbered-token.ts';

export const jiraDataCenterToken = defineSecret({
  id: 'secrets/jira-data-center-token',
  title: 'Jira or Confluence Data Center token',
  provider: 'Atlassian',
  shape: '[MNO]<B43>',
  near: ['jira', 'confluence', 'atlassian'],
  proof: numberedToken(),
  opens: 'It acts as the user on the self-hosted server: reads issues, pages and attachments and changes them.',
  revoke: 'Revoke it under Profile → Personal access tokens and create one with an expiry.',
  bad: [
    { path: '.env', code: 'JIRA_TOKEN={secret}' },
    { path: 'confluence.yml', code: 'confluence_token: "{secret}"' },
  ],
  good: [
    { path: '.env', code: 'JIRA_TOKEN=${JIRA_TOKEN}' },
    { path: 'a.json', code: '"jira_sha": "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"' },
    { path: 'b.txt', code: 'jira NDc4NDkyMDg3MjM0On' },
  ],
});
