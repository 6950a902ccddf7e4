import type { Proof } from '../secret-rule.ts';

/** Members that stand beside the key in a Firebase client configuration and in google-services.json. */
const client =
  /authDomain|messagingSenderId|storageBucket|measurementId|"?mobilesdk_app_id|"current_key"|GCM_SENDER_ID/;

/** Google's API keys have no checksum. A Firebase client configuration ships to every browser and phone: not a secret. */
export function googleKey(): Proof {
  return {
    id: 'google-key',
    check: (_value, window) =>
      client.test(window)
        ? { outcome: 'plausible', facts: { firebaseClient: true }, severity: 'info' }
        : { outcome: 'plausible' },
    complete: (sample) => sample,
  };
}
