import { defineSecret } from '../define-secret.ts';

export const linkedinToken = defineSecret({
  id: 'secrets/linkedin-token',
  title: 'LinkedIn access token',
  provider: 'LinkedIn',
  shape: 'AQ[UVWX]<w150-600>',
  near: { words: ['linkedin', 'li_at', 'token', 'bearer', 'auth'], within: 60 },
  entropy: 4,
  opens: 'Acts as the member or app: reads the profile and posts within the granted scopes.',
  revoke: 'Remove the app under Settings → Data privacy → Permitted services.',
  bad: [{ path: 'share.py', code: 'LINKEDIN_TOKEN = "{secret}"' }],
  good: [{ path: 'share.py', code: 'LINKEDIN_TOKEN = os.environ["LINKEDIN_TOKEN"]' }],
});
