import { defineSecret } from '../define-secret.ts';

export const convexDeployKey = defineSecret({
  id: 'secrets/convex-deploy-key',
  title: 'Convex deploy key',
  provider: 'Convex',
  shape: '(prod|dev|preview|project):<[\\w:-]3-80>\\|^eyJ2MiI6<[A-Za-z0-9+/=]20-120>',
  opens: 'Deploys functions and reads and changes all data of the deployment.',
  revoke: 'Delete it under Settings → Deploy keys.',
  bad: [{ path: '.env', code: 'CONVEX_DEPLOY_KEY="prod:happy-otter-123|{secret}"' }],
  good: [{ path: '.env.example', code: 'CONVEX_DEPLOY_KEY=prod:happy-otter-123|…' }],
});
