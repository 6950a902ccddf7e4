import { defineSecret } from '../define-secret.ts';

export const asanaToken = defineSecret({
  id: 'secrets/asana-token',
  title: 'Asana personal access token',
  provider: 'Asana',
  shape: '[012]/<d16>(/<d16>)?:<h32>',
  near: ['asana', 'token', 'bearer', 'auth_'],
  entropy: 3,
  confidence: 'high',
  distinctive: true,
  gitleaks: 'asana-client-secret',
  opens: 'Acts as its owner: reads and changes all projects the account can see.',
  revoke: 'Revoke it in the developer console (app.asana.com/0/my-apps).',
  bad: [{ path: 'asana.py', code: 'client = asana.Client.access_token("{secret}")' }],
  good: [{ path: 'asana.py', code: 'client = asana.Client.access_token(os.environ["ASANA_PAT"])' }],
});
