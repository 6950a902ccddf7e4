import { defineSecret } from '../define-secret.ts';

export const slackUserToken = defineSecret({
  id: 'secrets/slack-user-token',
  title: 'Slack user token',
  provider: 'Slack',
  shape: 'xox[pe](-<d10-13>){3}-<A28-34>',
  severity: 'critical',
  gitleaks: 'slack-user-token',
  opens:
    'It acts as the person who installed the app: reads their direct messages and private channels and writes in their name.',
  revoke:
    'Call auth.revoke with it or remove the app under Slack’s “Installed apps”; prefer a bot token with few scopes and token rotation.',
  bad: [{ path: 'settings.py', code: 'SLACK_USER_TOKEN = "{secret}"' }],
  good: [{ path: 'settings.py', code: 'SLACK_USER_TOKEN = os.environ["SLACK_USER_TOKEN"]  # xoxp-…' }],
});
