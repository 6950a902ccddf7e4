import { expect, test } from 'vitest';
import { isSecretName } from './secret-names.ts';

test.each([
  'DB_PASSWORD',
  'NPM_TOKEN',
  'apiToken',
  'AWS_SECRET_ACCESS_KEY',
  'SSH_PRIVATE_KEY',
  'DB_PASS_PROD',
  'GH_PAT',
])('%s holds a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'SECRET_NAME',
  'TOKEN_URL',
  'SSH_PUBLIC_KEY',
  'MAX_TOKENS',
  'PWD',
  'CACHE_KEY',
  'BYPASS',
  'USE_TOKEN',
  'COMPASS',
])('%s does not', (name) => {
  expect(isSecretName(name)).toBe(false);
});
