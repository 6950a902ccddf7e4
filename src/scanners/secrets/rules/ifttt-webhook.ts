import { defineSecret } from '../define-secret.ts';

export const iftttWebhook = defineSecret({
  id: 'secrets/ifttt-webhook',
  title: 'IFTTT webhooks key',
  provider: 'IFTTT',
  shape: 'maker.ifttt.com/trigger/<[\\w{}$-]1-60>/(json/)?with/key/^<w21-45>',
  severity: 'medium',
  opens: 'One key starts every webhook applet of the account.',
  revoke: 'Open ifttt.com/maker_webhooks → Settings → Edit connection to get a new key.',
  bad: [{ path: 'alarm.ino', code: 'String url = "https://maker.ifttt.com/trigger/motion/with/key/{secret}";' }],
  good: [{ path: 'alarm.ino', code: 'String url = "https://maker.ifttt.com/trigger/motion/with/key/" + iftttKey;' }],
});
