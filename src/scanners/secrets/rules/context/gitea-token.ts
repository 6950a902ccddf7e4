import { defineContextSecret } from '../../define-context-secret.ts';

export const giteaToken = defineContextSecret({
  id: 'secrets/gitea-token',
  title: 'Gitea or Forgejo access token',
  provider: 'Gitea',
  shape: '<h40>',
  words: ['gitea', 'forgejo', 'codeberg'],
  variable: 'GITEA_TOKEN',
  severity: 'critical',
  opens: 'It reads and pushes repositories and changes their settings as the user.',
  revoke: 'Delete it under Settings → Applications and create one with few scopes.',
});
