import { defineSecret } from '../define-secret.ts';

export const googleChatWebhook = defineSecret({
  id: 'secrets/google-chat-webhook',
  title: 'Google Chat webhook',
  provider: 'Google',
  shape: 'chat.googleapis.com/v1/spaces/<w8-14>/messages\\?<[\\w&=%{}$.-]0-80>token=^<[\\w%.-]30-60>',
  severity: 'medium',
  opens: 'The key and token in the address let anyone post into the space.',
  revoke: 'Delete the webhook under Apps & integrations of the space and create a new one kept as a secret.',
  bad: [
    {
      path: 'notify.py',
      code: 'url = f"https://chat.googleapis.com/v1/spaces/AAAAx7Yk2pQ/messages?key={key}&token={secret}"',
    },
  ],
  good: [
    {
      path: 'notify.py',
      code: 'url = f"https://chat.googleapis.com/v1/spaces/{space}/messages?key={key}&token={token}"',
    },
  ],
});
