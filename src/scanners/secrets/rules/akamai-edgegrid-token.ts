import { defineSecret } from '../define-secret.ts';

export const akamaiEdgegridToken = defineSecret({
  id: 'secrets/akamai-edgegrid-token',
  title: 'Akamai EdgeGrid credential',
  provider: 'Akamai',
  shape: 'akab-<l16>-<l16>',
  entropy: 3,
  opens:
    'Client or access token of an API client: with its client secret it changes delivery properties, purges caches and edits DNS.',
  revoke:
    'Deactivate the credential under Control Center → Identity & access → API clients and create one with narrower grants.',
  bad: [
    { path: '.edgerc', code: '[default]\nclient_token = {secret}' },
    { path: 'main.tf', code: 'access_token = "{secret}"' },
  ],
  good: [
    { path: '.edgerc', code: 'client_token = akab-xxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx' },
    { path: 'main.tf', code: 'access_token = var.akamai_access_token' },
    { path: 'host.txt', code: 'akab-host.luna.akamaiapis.net' },
  ],
});
