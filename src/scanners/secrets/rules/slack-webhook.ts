import { defineSecret } from '../define-secret.ts';

export const slackWebhook = defineSecret({
  id: 'secrets/slack-webhook',
  title: 'Slack incoming webhook',
  provider: 'Slack',
  shape: [
    'hooks.slack.com/services/T<U6-14>/B<U6-14>/<A20-26>',
    'hooks.slack.com/workflows/T<U6-14>/A<U6-14>/<d16-20>/<A20-26>',
    'hooks.slack.com/triggers/[TE]<U6-14>/<d10-16>/<h28-36>',
  ],
  severity: 'medium',
  gitleaks: 'slack-webhook-url',
  opens:
    'The address is the credential: anyone who knows it posts into the channel or starts the workflow, which is good ground for phishing colleagues.',
  revoke:
    'Remove the webhook in the app’s Incoming Webhooks page (or the workflow’s trigger) and create a new one kept as a secret.',
  bad: [
    { path: 'alertmanager.yml', code: '  slack_api_url: https://{secret}' },
    { path: 'notify.js', code: "await fetch('https://{secret}', { method: 'POST', body });" },
  ],
  good: [{ path: 'README.md', code: 'SLACK_WEBHOOK=https://hooks.slack.com/services/T00000000/B00000000/…' }],
});
