import { defineSecret } from '../define-secret.ts';

export const onesignalApiKey = defineSecret({
  id: 'secrets/onesignal-api-key',
  title: 'OneSignal API key',
  provider: 'OneSignal',
  shape: 'os_v2_(app|org)_<z103>',
  opens: 'Sends push messages to all subscribers of the app, or of every app of the organisation.',
  revoke: 'Delete it under Settings → Keys & IDs and create a new one with an IP allow-list.',
  bad: [{ path: 'push.rb', code: 'OneSignal.configure { |c| c.api_key = "{secret}" }' }],
  good: [{ path: 'push.rb', code: 'OneSignal.configure { |c| c.api_key = ENV.fetch("ONESIGNAL_KEY") }' }],
});
