import { defineContextSecret } from '../../define-context-secret.ts';

export const postmarkToken = defineContextSecret({
  id: 'secrets/postmark-token',
  title: 'Postmark server or account token',
  provider: 'Postmark',
  shape: '<uuid>',
  words: ['postmark'],
  variable: 'POSTMARK_SERVER_TOKEN',
  entropy: 2.9,
  opens:
    'It sends mail from the verified domains and reads what was sent; an account token manages servers and domains.',
  revoke: "Add another token under the server's API tokens, move over and delete this one.",
});
