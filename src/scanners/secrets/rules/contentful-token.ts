import { defineSecret } from '../define-secret.ts';

export const contentfulToken = defineSecret({
  id: 'secrets/contentful-token',
  title: 'Contentful management token',
  provider: 'Contentful',
  shape: 'CFPAT-<w43>',
  opens: 'Writes and publishes content in all spaces its owner can reach.',
  revoke: 'Revoke it under Settings → CMA tokens.',
  bad: [{ path: 'migrate.sh', code: 'contentful space migration --management-token {secret} run.js' }],
  good: [{ path: 'migrate.sh', code: 'contentful space migration --management-token "$CMA_TOKEN" run.js' }],
});
