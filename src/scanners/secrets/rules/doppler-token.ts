import { defineSecret } from '../define-secret.ts';

export const dopplerToken = defineSecret({
  id: 'secrets/doppler-token',
  title: 'Doppler token',
  provider: 'Doppler',
  shape: ['dp.(pt|ct|sa|scim|audit).<A40-44>', 'dp.st.(<[a-z0-9_-]2-35>.)?<A40-44>'],
  gitleaks: 'doppler-api-token',
  opens:
    'It reads (and with write access changes) all secrets of the configs, or of the whole workplace, that it reaches.',
  revoke:
    "Revoke it under the config's Access tab or under Tokens, then rotate the secrets it could read. Use OIDC service account identities.",
  bad: [
    { path: '.env', code: 'DOPPLER_TOKEN={secret}' },
    { path: 'Dockerfile', code: 'ENV DOPPLER_TOKEN={secret}' },
  ],
  good: [
    { path: 'Dockerfile', code: 'RUN --mount=type=secret,id=doppler doppler run -- make' },
    { path: '.env', code: 'DOPPLER_TOKEN=dp.st.dev.xxxx' },
    { path: 'a.py', code: 'dp.stack.push(1)' },
  ],
});
