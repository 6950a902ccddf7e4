import { defineSecret } from '../define-secret.ts';

export const axiomToken = defineSecret({
  id: 'secrets/axiom-token',
  title: 'Axiom token',
  provider: 'Axiom',
  shape: '(xaat|xapt)-<uuid>',
  opens: 'Writes and queries the data sets; a personal token does everything its owner may.',
  revoke: 'Delete it under Settings → API tokens or Profile.',
  bad: [{ path: 'vector.toml', code: 'token = "{secret}"' }],
  good: [{ path: 'vector.toml', code: 'token = "${AXIOM_TOKEN}"' }],
});
