import { defineSecret } from '../define-secret.ts';

export const appleAppPassword = defineSecret({
  id: 'secrets/apple-app-password',
  title: 'App-specific password',
  provider: 'Apple',
  shape: '<[a-z]4>-<[a-z]4>-<[a-z]4>-<[a-z]4>',
  near: {
    words: [
      'app_specific',
      'app-specific',
      'application_specific',
      'application-specific',
      'apple_pass',
      'apple_app',
      'apple_id_pass',
      'notary',
      'altool',
      'fastlane',
      'icloud',
      'itunes',
      '@env',
      '--password',
    ],
    within: 60,
  },
  entropy: 2.8,
  confidence: 'high',
  opens: 'Signs in to iCloud, App Store Connect uploads and notarisation as the Apple ID, past the second factor.',
  revoke: 'Revoke it under account.apple.com → Sign-In and Security → App-Specific Passwords.',
  bad: [{ path: 'release.sh', code: 'xcrun notarytool submit app.zip --apple-id dev@acme.io --password {secret}' }],
  good: [{ path: 'release.sh', code: 'xcrun notarytool submit app.zip --keychain-profile notary' }],
});
