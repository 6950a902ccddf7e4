import { defineSecret } from '../define-secret.ts';

export const posthogPersonalKey = defineSecret({
  id: 'secrets/posthog-personal-key',
  title: 'PostHog personal API key',
  provider: 'PostHog',
  shape: 'phx_<A40-60>',
  opens: 'It reads events and persons of every project of the user and changes feature flags.',
  revoke: 'Roll or delete it under Settings → Personal API keys. The project key (phc_) is public.',
  bad: [{ path: '.env', code: 'POSTHOG_PERSONAL_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'NEXT_PUBLIC_POSTHOG_KEY=phc_public' },
    { path: '.env', code: 'POSTHOG_PERSONAL_API_KEY=phx_xxx' },
  ],
});
