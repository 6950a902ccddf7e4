import { defineSecret } from '../define-secret.ts';

export const launchdarklyKey = defineSecret({
  id: 'secrets/launchdarkly-key',
  title: 'LaunchDarkly SDK key or API token',
  provider: 'LaunchDarkly',
  shape: '(sdk|api)-<uuid>',
  near: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_', 'ldclient', 'sdk_key', 'sdkkey', 'sdk-key'],
  entropy: 2.5,
  gitleaks: 'launchdarkly-access-token',
  opens: 'An SDK key reads all flags and rules of the environment; an API token changes them.',
  revoke: "Reset the SDK key under the environment's settings, or delete the token under Authorization.",
  bad: [
    { path: '.env', code: 'LAUNCHDARKLY_SDK_KEY={secret}' },
    { path: 'app.ts', code: "const sdkKey = '{secret}';" },
  ],
  good: [
    { path: 'app.ts', code: 'const sdkKey = process.env.LAUNCHDARKLY_SDK_KEY;' },
    { path: 'a.json', code: '{"operation": "api-00000000-0000-0000-0000-000000000000"}' },
    { path: 'b.yml', code: 'launchdarkly_client_side_id: 5f3a' },
  ],
});
