import { defineSecret } from '../define-secret.ts';

export const packagistToken = defineSecret({
  id: 'secrets/packagist-token',
  title: 'Private Packagist token',
  provider: 'Packagist',
  shape: 'packagist_(ort|out|uut|ack|acs)_<h68>',
  opens: 'Installs the organisation’s private packages; tokens with update access also change them.',
  revoke: 'Revoke it on the organisation’s or your own Composer Auth page.',
  bad: [
    {
      path: 'auth.json',
      code: '{"http-basic": {"repo.packagist.com": {"username": "token", "password": "{secret}"}}}',
    },
  ],
  good: [
    {
      path: 'auth.json',
      code: '{"http-basic": {"repo.packagist.com": {"username": "token", "password": "packagist_ort_…"}}}',
    },
  ],
});
