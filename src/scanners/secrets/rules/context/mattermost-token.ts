import { defineContextSecret } from '../../define-context-secret.ts';

export const mattermostToken = defineContextSecret({
  id: 'secrets/mattermost-token',
  title: 'Mattermost access token',
  provider: 'Mattermost',
  shape: '<l26>',
  words: ['mattermost'],
  variable: 'MATTERMOST_TOKEN',
  gitleaks: 'mattermost-access-token',
  opens: 'It reads and posts as the user or bot in every channel they are in.',
  revoke: 'Revoke it under Profile → Security → Personal access tokens, or Integrations → Bot accounts.',
});
