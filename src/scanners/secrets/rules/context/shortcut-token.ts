import { defineContextSecret } from '../../define-context-secret.ts';

export const shortcutToken = defineContextSecret({
  id: 'secrets/shortcut-token',
  title: 'Shortcut API token',
  provider: 'Shortcut',
  shape: '<uuid>',
  words: ['shortcut', 'clubhouse'],
  variable: 'SHORTCUT_API_TOKEN',
  entropy: 2.9,
  severity: 'medium',
  opens: 'It reads and changes the stories and documents of the workspace as the user.',
  revoke: 'Delete it under Settings → API tokens and generate another.',
});
