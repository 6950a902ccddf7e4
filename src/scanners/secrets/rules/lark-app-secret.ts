import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const larkAppSecret = defineSecret({
  id: 'secrets/lark-app-secret',
  title: 'Feishu or Lark app secret',
  provider: 'Lark',
  regex: {
    source: String.raw`\bcli_[a-z0-9]{16}\b[^]{1,160}?(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{32})(?![A-Za-z0-9])`,
    literals: ['cli_'],
    maxLength: 212,
    sample: (random) => drawText(random, alphabet, 32),
  },
  entropy: 3.6,
  confidence: 'medium',
  opens:
    'With the app id beside it one obtains tenant tokens: messages, documents and contacts within the app’s scopes.',
  revoke: 'Reset the secret under Credentials & Basic Info in the developer console.',
  bad: [{ path: 'config.yaml', code: 'feishu:\n  app_id: cli_a1b2c3d4e5f60718\n  app_secret: {secret}\n' }],
  good: [
    { path: 'config.yaml', code: 'feishu:\n  app_id: cli_a1b2c3d4e5f60718\n  app_secret: ${FEISHU_APP_SECRET}\n' },
  ],
});
