import { defineSecret } from '../define-secret.ts';

export const slackConfigurationToken = defineSecret({
  id: 'secrets/slack-configuration-token',
  title: 'Slack configuration token',
  provider: 'Slack',
  shape: ['xoxe\\.xox[bp]-<d1>-<A100-250>', 'xoxe-<d1>-<A100-250>'],
  gitleaks: 'slack-config-access-token',
  opens:
    'App configuration tokens create and rewrite the manifests of all apps of their owner; the refresh token renews them without end.',
  revoke: 'Revoke both tokens under api.slack.com/apps → Your App Configuration Tokens.',
  bad: [{ path: '.env.local', code: 'SLACK_CONFIG_TOKEN="{secret}"' }],
  good: [{ path: '.env.example', code: 'SLACK_CONFIG_TOKEN=xoxe.xoxp-1-...' }],
});
