import { defineSecret } from '../define-secret.ts';

export const salesforceSession = defineSecret({
  id: 'secrets/salesforce-session',
  title: 'Salesforce session or refresh token',
  provider: 'Salesforce',
  shape: ['00D<A12>!<[\\w.]80-260>', '5Aep861<[\\w.=]60+>', '5AEP861<[\\w.=]60+>'],
  opens: 'Acts as the logged-in user on the whole org’s data; a refresh token does so until revoked.',
  revoke:
    'End the session under Setup → Session Management, revoke the connected app’s tokens, and log in by JWT bearer flow.',
  bad: [
    {
      path: 'sf.sh',
      code: 'curl -H "Authorization: Bearer {secret}" https://acme.my.salesforce.com/services/data/v60.0/',
    },
  ],
  good: [
    {
      path: 'sf.sh',
      code: 'curl -H "Authorization: Bearer $SF_TOKEN" https://acme.my.salesforce.com/services/data/v60.0/',
    },
  ],
});
