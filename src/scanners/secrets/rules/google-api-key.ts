import { defineSecret } from '../define-secret.ts';
import { googleKey } from '../proof/google-key.ts';

export const googleApiKey = defineSecret({
  id: 'secrets/google-api-key',
  title: 'Google API key',
  provider: 'Google',
  shape: 'AIza<w35>',
  entropy: 3,
  proof: googleKey(),
  severity: 'medium',
  gitleaks: 'gcp-api-key',
  opens:
    "It spends the project's quota and money on every API that the key is not restricted from: Maps, Translate, YouTube, Gemini.",
  revoke:
    'In Cloud Console → APIs & Services → Credentials delete or regenerate the key; restrict the new one to the APIs and the referrers, apps or addresses that use it. For server code use a service account.',
  bad: [
    { path: '.env', code: 'GOOGLE_MAPS_API_KEY={secret}' },
    {
      path: 'map.html',
      code: '<script src="https://maps.googleapis.com/maps/api/js?key={secret}&callback=init"></script>',
    },
  ],
  good: [
    { path: 'map.html', code: '<script src="https://maps.googleapis.com/maps/api/js?key=YOUR_API_KEY"></script>' },
    { path: 'a.kt', code: 'val key = BuildConfig.MAPS_KEY // AIza…' },
    { path: 'doc.md', code: 'AIzaSyTooShort' },
  ],
});
