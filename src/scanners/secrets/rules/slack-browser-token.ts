import { defineSecret } from '../define-secret.ts';

export const slackBrowserToken = defineSecret({
  id: 'secrets/slack-browser-token',
  title: 'Slack browser session',
  provider: 'Slack',
  shape: ['xoxc-<d9-13>-<d9-13>-<d9-13>-<h64>', 'xoxd-<[\\w%/+.-]80-400>'],
  severity: 'critical',
  opens:
    'A token or cookie taken from a signed-in browser: with both parts one is that member in the whole workspace, past single sign-on.',
  revoke:
    'Sign the member out of all sessions (Account settings → Sign out of all other sessions), then use an app with a bot token.',
  bad: [{ path: 'export.py', code: 'cookies = {"d": "{secret}"}' }],
  good: [{ path: 'export.py', code: 'cookies = {"d": os.getenv("SLACK_COOKIE_D")}' }],
});
