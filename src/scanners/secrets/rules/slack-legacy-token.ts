import { defineSecret } from '../define-secret.ts';

export const slackLegacyToken = defineSecret({
  id: 'secrets/slack-legacy-token',
  title: 'Slack legacy token',
  provider: 'Slack',
  shape: 'xox[aors]-(<d1-2>-)?<d9-13>-<d9-13>(-<d9-13>)?-<A10-40>',
  gitleaks: 'slack-legacy-token',
  opens:
    'Legacy workspace, refresh and tester tokens have no scopes to speak of: the holder can do nearly everything the issuing member can.',
  revoke:
    'Revoke it with auth.revoke or delete the legacy app; Slack no longer issues these, so move to a granular bot token.',
  bad: [{ path: 'notify.sh', code: 'curl -d token={secret} -d channel=ops https://slack.com/api/chat.postMessage' }],
  good: [{ path: 'notify.sh', code: 'curl -d "token=$SLACK_TOKEN" https://slack.com/api/chat.postMessage' }],
});
