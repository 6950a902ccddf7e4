import { defineSecret } from '../define-secret.ts';
import { marvin } from '../proof/marvin.ts';

export const azureFunctionsKey = defineSecret({
  id: 'secrets/azure-functions-key',
  title: 'Azure Functions key',
  provider: 'Microsoft Azure',
  shape: '<w44>AzFu<w5>[AQgw]==',
  proof: marvin(),
  opens:
    'It calls the function over HTTP past any login; a host or master key also manages the app and reads its other keys.',
  revoke:
    "Renew it under the function app's App keys. Put Entra ID authentication or API Management in front of functions that are not public.",
  bad: [
    { path: 'call.sh', code: 'curl "https://shop.azurewebsites.net/api/orders?code={secret}"' },
    { path: '.env', code: 'FUNCTION_KEY={secret}' },
  ],
  good: [
    { path: 'call.sh', code: 'curl "https://shop.azurewebsites.net/api/orders?code=$FUNCTION_KEY"' },
    { path: 'doc.md', code: 'Keys carry the signature AzFu.' },
  ],
});
