import { defineSecret } from '../define-secret.ts';

export const mergifyKey = defineSecret({
  id: 'secrets/mergify-key',
  title: 'Mergify application key',
  provider: 'Mergify',
  shape: 'mergify_application_key_<w40-200>',
  opens: 'Changes the merge queue and freezes of the organisation.',
  revoke: 'Delete it under Settings → Applications.',
  bad: [{ path: 'queue.sh', code: 'curl -u {secret}: https://api.mergify.com/v1/application' }],
  good: [{ path: 'queue.sh', code: 'curl -u "$MERGIFY_KEY:" https://api.mergify.com/v1/application' }],
});
