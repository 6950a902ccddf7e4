import { defineContextSecret } from '../../define-context-secret.ts';

export const twilioAuthToken = defineContextSecret({
  id: 'secrets/twilio-auth-token',
  title: 'Twilio auth token',
  provider: 'Twilio',
  shape: '<h32>',
  words: ['twilio'],
  variable: 'TWILIO_AUTH_TOKEN',
  severity: 'critical',
  opens:
    'With the account SID it does everything the account can: sends messages, buys numbers, reads call logs and recordings.',
  revoke:
    'Promote a secondary auth token under Account → API keys & tokens, then delete the old one. Use API keys (SK…) that can be revoked one by one.',
});
