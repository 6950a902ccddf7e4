import { defineSecret } from '../define-secret.ts';

export const denoDeployToken = defineSecret({
  id: 'secrets/deno-deploy-token',
  title: 'Deno Deploy token',
  provider: 'Deno',
  shape: 'dd[pw]_<A36>',
  opens: 'Deploys to the projects of its owner or organisation.',
  revoke: 'Revoke it under Account settings → Access tokens.',
  bad: [{ path: 'deploy.sh', code: 'DENO_DEPLOY_TOKEN={secret} deployctl deploy' }],
  good: [{ path: 'deploy.sh', code: 'DENO_DEPLOY_TOKEN=ddp_… deployctl deploy' }],
});
