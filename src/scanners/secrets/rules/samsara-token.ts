import { defineSecret } from '../define-secret.ts';

export const samsaraToken = defineSecret({
  id: 'secrets/samsara-token',
  title: 'Samsara API token',
  provider: 'Samsara',
  shape: 'samsara_(api|oauth)_<A24-40>',
  opens: 'Reads the fleet’s positions and drivers and changes its configuration.',
  revoke: 'Delete it under Settings → API tokens.',
  bad: [{ path: 'fleet.py', code: 'TOKEN = "{secret}"' }],
  good: [{ path: 'fleet.py', code: 'TOKEN = os.environ["SAMSARA"]' }],
});
