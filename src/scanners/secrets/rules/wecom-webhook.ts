import { defineSecret } from '../define-secret.ts';

export const wecomWebhook = defineSecret({
  id: 'secrets/wecom-webhook',
  title: 'WeCom group robot key',
  provider: 'Tencent',
  shape: 'qyapi.weixin.qq.com/cgi-bin/webhook/(send|upload_media)\\?key=^<uuid>',
  severity: 'medium',
  opens: 'Whoever has the key posts into the group chat in the robot’s name.',
  revoke: 'Remove the robot from the group and add a new one; pass its key as a secret.',
  bad: [{ path: 'notify.py', code: 'WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={secret}"' }],
  good: [{ path: 'notify.py', code: 'WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={key}"' }],
});
