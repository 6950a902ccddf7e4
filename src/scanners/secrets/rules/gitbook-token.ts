import { defineSecret } from '../define-secret.ts';

export const gitbookToken = defineSecret({
  id: 'secrets/gitbook-token',
  title: 'GitBook API token',
  provider: 'GitBook',
  shape: 'gb_api_<A32-64>',
  opens: 'Reads and changes the spaces of its owner.',
  revoke: 'Delete it under Settings → Developer.',
  bad: [{ path: 'sync.yml', code: '      GITBOOK_TOKEN: {secret}' }],
  good: [{ path: 'sync.yml', code: '      GITBOOK_TOKEN: ${{ secrets.GITBOOK_TOKEN }}' }],
});
