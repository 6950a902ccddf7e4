import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const mattermostWebhook = defineSecret({
  id: 'secrets/mattermost-webhook',
  title: 'Mattermost or Rocket.Chat webhook',
  provider: 'Mattermost',
  regex: {
    source: String.raw`/hooks/(?<secret>(?=[a-z]{0,25}[0-9])[a-z0-9]{26}|[A-Za-z0-9]{17}/[A-Za-z0-9]{43})(?![\w/-])`,
    literals: ['/hooks/'],
    maxLength: 70,
    sample: (random) => `7${drawText(random, 'abcdefghijkmnopqrstuwxyz13456789', 25)}`,
  },
  entropy: 3.2,
  severity: 'medium',
  confidence: 'medium',
  opens: 'Whoever knows the address posts into the channel in the integration’s name.',
  revoke: 'Delete the incoming webhook in the integrations page of the server and create a new one kept as a secret.',
  bad: [{ path: '.gitlab-ci.yml', code: '  MATTERMOST_URL: https://chat.acme.io/hooks/{secret}' }],
  good: [{ path: '.gitlab-ci.yml', code: '  MATTERMOST_URL: https://chat.acme.io/hooks/$HOOK_KEY' }],
});
