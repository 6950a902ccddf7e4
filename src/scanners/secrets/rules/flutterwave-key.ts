import { defineSecret } from '../define-secret.ts';

export const flutterwaveKey = defineSecret({
  id: 'secrets/flutterwave-key',
  title: 'Flutterwave secret key',
  provider: 'Flutterwave',
  shape: 'FLWSECK(_TEST)?-<l32-48>-X',
  gitleaks: 'flutterwave-secret-key',
  opens: 'Starts transfers and charges and reads transactions (the _TEST form only in the sandbox).',
  revoke: 'Regenerate the keys under Settings → API keys.',
  bad: [{ path: '.env', code: 'FLW_SECRET_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'FLW_SECRET_KEY=FLWSECK-…-X' }],
});
