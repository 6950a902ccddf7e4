import { defineSecret } from '../define-secret.ts';

export const retoolToken = defineSecret({
  id: 'secrets/retool-token',
  title: 'Retool API token',
  provider: 'Retool',
  shape: 'retool_01<l24>',
  opens: 'Manages users, apps and resources of the Retool organisation.',
  revoke: 'Revoke it under Settings → API.',
  bad: [{ path: 'retool.tf', code: '  token = "{secret}"' }],
  good: [{ path: 'retool.tf', code: '  token = var.retool_token' }],
});
