import { defineSecret } from '../define-secret.ts';

export const weblateToken = defineSecret({
  id: 'secrets/weblate-token',
  title: 'Weblate API token',
  provider: 'Weblate',
  shape: 'wl[up]_<A36>',
  severity: 'medium',
  opens: 'Changes translations, and with them texts of the program, with the rights of the user or project.',
  revoke: 'Regenerate it under the user’s or project’s API access settings.',
  bad: [{ path: 'wlc.ini', code: 'key = {secret}' }],
  good: [{ path: 'wlc.ini', code: 'key = wlu_…' }],
});
