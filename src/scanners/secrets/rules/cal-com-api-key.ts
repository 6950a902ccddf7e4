import { defineSecret } from '../define-secret.ts';

export const calComApiKey = defineSecret({
  id: 'secrets/cal-com-api-key',
  title: 'Cal.com API key',
  provider: 'Cal.com',
  shape: 'cal_(live_|test_)?<h32>',
  entropy: 3,
  opens: 'Reads and changes bookings, event types and their attendees.',
  revoke: 'Delete it under Settings → Developer → API keys.',
  bad: [{ path: '.env', code: 'CAL_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CAL_API_KEY=cal_live_…' }],
});
