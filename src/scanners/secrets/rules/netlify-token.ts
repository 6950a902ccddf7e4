import { defineSecret } from '../define-secret.ts';

export const netlifyToken = defineSecret({
  id: 'secrets/netlify-token',
  title: 'Netlify personal access token',
  provider: 'Netlify',
  shape: 'nfp_<A36>',
  opens: 'It deploys, deletes and reconfigures every site of the user and reads their environment variables.',
  revoke:
    'Revoke it under User settings → Applications → Personal access tokens; give pipelines a token of a machine user.',
  bad: [
    { path: '.env', code: 'NETLIFY_AUTH_TOKEN={secret}' },
    { path: 'deploy.sh', code: 'netlify deploy --prod --auth={secret}' },
  ],
  good: [
    { path: 'deploy.sh', code: 'netlify deploy --prod --auth=$NETLIFY_AUTH_TOKEN' },
    { path: '.env', code: 'NETLIFY_AUTH_TOKEN=nfp_xxx' },
  ],
});
