import { defineSecret } from '../define-secret.ts';

export const slackBotToken = defineSecret({
  id: 'secrets/slack-bot-token',
  title: 'Slack bot token',
  provider: 'Slack',
  shape: 'xoxb-<d10-13>-<d10-13>-<A24>',
  gitleaks: 'slack-bot-token',
  opens: 'Whoever has it posts as the app’s bot and reads the channels, files and people its scopes reach.',
  revoke:
    'Call auth.revoke with the token or reinstall the app under api.slack.com/apps → OAuth & Permissions, and keep the new token in a secret store; token rotation limits its life to 12 hours.',
  bad: [{ path: '.env', code: 'SLACK_BOT_TOKEN={secret}' }],
  good: [
    { path: 'docs/setup.md', code: 'SLACK_BOT_TOKEN=xoxb-your-token-here' },
    { path: 'bot.py', code: 'token = os.environ["SLACK_BOT_TOKEN"]  # starts with xoxb-' },
  ],
});
