import { defineContextSecret } from '../../define-context-secret.ts';

export const trelloApiKey = defineContextSecret({
  id: 'secrets/trello-api-key',
  title: 'Trello API key or secret',
  provider: 'Atlassian Trello',
  shape: '<h32>',
  words: ['trello'],
  variable: 'TRELLO_API_SECRET',
  severity: 'medium',
  opens: 'With a token of a user it reads and changes the boards of that user.',
  revoke: "Regenerate it on the Power-Up's API key page and revoke tokens that were issued with it.",
});
