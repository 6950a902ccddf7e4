import { defineSecret } from '../define-secret.ts';

export const discordWebhook = defineSecret({
  id: 'secrets/discord-webhook',
  title: 'Discord webhook',
  provider: 'Discord',
  shape: 'discord(app)?.com/api/(v<d1-2>/)?webhooks/<d17-20>/<w60-80>',
  severity: 'medium',
  opens: 'Anyone who knows the address posts to the channel under any name and can delete the webhook.',
  revoke: 'Delete it under Server Settings → Integrations → Webhooks and create a new one kept as a secret.',
  bad: [{ path: 'deploy.sh', code: 'curl -H "Content-Type: application/json" -d @msg.json https://{secret}' }],
  good: [{ path: 'deploy.sh', code: 'curl -d @msg.json "https://discord.com/api/webhooks/$HOOK_ID/$HOOK_TOKEN"' }],
});
