import { defineSecret } from '../define-secret.ts';

export const sourcegraphCodyKey = defineSecret({
  id: 'secrets/sourcegraph-cody-key',
  title: 'Sourcegraph Cody gateway key',
  provider: 'Sourcegraph',
  shape: 'slk_<h64>',
  opens: "A licence-bound key: whoever has it uses the Cody gateway at the licence holder's quota.",
  revoke: 'Ask Sourcegraph to reissue the licence key and replace it in the site configuration.',
  bad: [{ path: 'site.json', code: '"licenseKey": "{secret}"' }],
  good: [
    { path: 'site.json', code: '"licenseKey": "$LICENSE_KEY"' },
    { path: 'a.c', code: 'slk_lock(&mutex);' },
  ],
});
