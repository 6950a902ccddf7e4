import { defineSecret } from '../define-secret.ts';

export const dingtalkWebhook = defineSecret({
  id: 'secrets/dingtalk-webhook',
  title: 'DingTalk robot token',
  provider: 'DingTalk',
  shape: 'oapi.dingtalk.com/robot/send\\?access_token=^<h64>',
  severity: 'medium',
  opens: 'Whoever has the token posts into the group in the robot’s name.',
  revoke:
    'Delete the robot in the group’s settings and add it again with a signature; keep token and signing secret out of the code.',
  bad: [{ path: 'notify.sh', code: 'curl "https://oapi.dingtalk.com/robot/send?access_token={secret}" -d @msg.json' }],
  good: [{ path: 'notify.sh', code: 'curl "https://oapi.dingtalk.com/robot/send?access_token=$TOKEN" -d @msg.json' }],
});
