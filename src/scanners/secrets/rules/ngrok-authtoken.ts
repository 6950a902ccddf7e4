import { defineSecret } from '../define-secret.ts';

export const ngrokAuthtoken = defineSecret({
  id: 'secrets/ngrok-authtoken',
  title: 'ngrok authtoken',
  provider: 'ngrok',
  shape: '[123]<A26>_<A19-23>',
  near: { words: ['ngrok', 'authtoken'], within: 60 },
  entropy: 4,
  confidence: 'high',
  opens: 'Opens tunnels in the account’s name and with its reserved domains.',
  revoke: 'Reset it under Your Authtoken (or delete the tunnel credential).',
  bad: [{ path: 'ngrok.yml', code: 'authtoken: {secret}' }],
  good: [{ path: 'ngrok.yml', code: 'authtoken: <your token>' }],
});
