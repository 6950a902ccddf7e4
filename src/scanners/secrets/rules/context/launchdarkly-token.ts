import { defineContextSecret } from '../../define-context-secret.ts';

export const launchdarklyToken = defineContextSecret({
  id: 'secrets/launchdarkly-token',
  title: 'LaunchDarkly access token (older form)',
  provider: 'LaunchDarkly',
  shape: '<w40>',
  words: ['launchdarkly', 'launch_darkly', 'launch-darkly'],
  variable: 'LAUNCHDARKLY_ACCESS_TOKEN',
  entropy: 3.8,
  opens: 'It reads and changes feature flags with its role.',
  revoke: 'Delete it under Organization settings → Authorization and create one with a custom role.',
});
