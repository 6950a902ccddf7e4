import { defineSecret } from '../define-secret.ts';

export const gitpodToken = defineSecret({
  id: 'secrets/gitpod-token',
  title: 'Gitpod access token',
  provider: 'Gitpod',
  shape: 'gitpod_pat_<[\\w.-]30-200>',
  opens: 'Starts and opens workspaces of its owner, with the credentials inside.',
  revoke: 'Delete it under User settings → Access tokens.',
  bad: [{ path: '.env', code: 'GITPOD_PAT={secret}' }],
  good: [{ path: '.env.example', code: 'GITPOD_PAT=gitpod_pat_…' }],
});
