import { defineSecret } from '../define-secret.ts';

export const courierAuthToken = defineSecret({
  id: 'secrets/courier-auth-token',
  title: 'Courier auth token',
  provider: 'Courier',
  shape: 'pk_(prod|test)_<U28>',
  opens: 'Sends notifications on every channel of the workspace.',
  revoke: 'Rotate it under Settings → API Keys.',
  bad: [{ path: 'notify.ts', code: "const courier = CourierClient({ authorizationToken: '{secret}' });" }],
  good: [{ path: 'notify.ts', code: 'const courier = CourierClient(); // COURIER_AUTH_TOKEN' }],
});
