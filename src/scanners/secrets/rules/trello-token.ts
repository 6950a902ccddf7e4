import { defineSecret } from '../define-secret.ts';

export const trelloToken = defineSecret({
  id: 'secrets/trello-token',
  title: 'Trello token',
  provider: 'Atlassian',
  shape: 'ATTA<H64><X8>',
  opens: 'Reads and writes the boards of its owner, often without an expiry date.',
  revoke: 'Revoke it under trello.com → Account settings → Applications.',
  bad: [{ path: 'cards.py', code: 'token = "{secret}"' }],
  good: [{ path: 'cards.py', code: 'token = os.getenv("TRELLO_TOKEN")' }],
});
