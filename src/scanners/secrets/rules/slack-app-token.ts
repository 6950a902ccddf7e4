import { defineSecret } from '../define-secret.ts';

export const slackAppToken = defineSecret({
  id: 'secrets/slack-app-token',
  title: 'Slack app-level token',
  provider: 'Slack',
  shape: 'xapp-<d1>-<U9-14>-<d10-15>-<l40-80>',
  gitleaks: 'slack-app-token',
  opens: 'It opens the app’s Socket Mode connection, so its holder receives every event and command meant for the app.',
  revoke:
    'Revoke it under api.slack.com/apps → Basic Information → App-Level Tokens and create a new one for the secret store.',
  bad: [{ path: 'docker-compose.yml', code: '      SLACK_APP_TOKEN: {secret}' }],
  good: [{ path: 'docker-compose.yml', code: '      SLACK_APP_TOKEN: ${SLACK_APP_TOKEN:?xapp token missing}' }],
});
