import { defineSecret } from '../define-secret.ts';

export const authressAccessKey = defineSecret({
  id: 'secrets/authress-access-key',
  title: 'Authress service client key',
  provider: 'Authress',
  shape: '(sc|ext|scauth|authress)_<l5-30>.<l4-6>.acc[_-]<l10-32>.<[A-Za-z0-9+/_=-]30-120>',
  gitleaks: 'authress-service-client-access-key',
  opens: 'Signs tokens as the service client, so it grants itself what that client may do.',
  revoke: 'Delete the access key of the service client in the Authress portal.',
  bad: [{ path: 'auth.js', code: "const authress = new AuthressClient(settings, '{secret}');" }],
  good: [{ path: 'auth.js', code: 'const authress = new AuthressClient(settings, process.env.AUTHRESS_KEY);' }],
});
