import { defineSecret } from '../define-secret.ts';

export const feishuWebhook = defineSecret({
  id: 'secrets/feishu-webhook',
  title: 'Feishu or Lark bot webhook',
  provider: 'Lark',
  shape: 'open.(feishu.cn|larksuite.com)/open-apis/bot/v2/hook/<uuid>',
  severity: 'medium',
  opens: 'Whoever knows the address posts into the group in the bot’s name.',
  revoke: 'Remove the custom bot from the group and add it again with a signature check and an address allow-list.',
  bad: [{ path: 'alert.go', code: 'const hook = "https://{secret}"' }],
  good: [
    {
      path: 'alert.go',
      code: 'const hook = "https://open.feishu.cn/open-apis/bot/v2/hook/" // + os.Getenv("FEISHU_HOOK")',
    },
  ],
});
