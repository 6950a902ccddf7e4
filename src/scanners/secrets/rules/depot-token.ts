import { defineSecret } from '../define-secret.ts';

export const depotToken = defineSecret({
  id: 'secrets/depot-token',
  title: 'Depot token',
  provider: 'Depot',
  shape: 'depot_(org|project)_<h64>',
  opens: 'Builds at the organisation’s cost with access to its shared build cache.',
  revoke: 'Delete it under the organisation’s or project’s settings.',
  bad: [{ path: 'ci.yml', code: '  DEPOT_TOKEN: {secret}' }],
  good: [{ path: 'ci.yml', code: '  DEPOT_TOKEN: ${{ secrets.DEPOT_TOKEN }}' }],
});
