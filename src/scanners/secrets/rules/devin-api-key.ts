import { defineSecret } from '../define-secret.ts';

export const devinApiKey = defineSecret({
  id: 'secrets/devin-api-key',
  title: 'Devin API key',
  provider: 'Cognition',
  shape: ['apk_<[A-Za-z0-9+/=_-]80-180>', 'cog_<z52>'],
  entropy: 3.6,
  opens: 'Starts sessions that read and change the organisation’s repositories.',
  revoke: 'Revoke it under app.devin.ai → Settings → API Keys.',
  bad: [{ path: 'ci.yml', code: '    DEVIN_API_KEY: {secret}' }],
  good: [{ path: 'ci.yml', code: '    DEVIN_API_KEY: ${{ secrets.DEVIN_API_KEY }}' }],
});
