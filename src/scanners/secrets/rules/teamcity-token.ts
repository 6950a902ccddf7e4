import { defineSecret } from '../define-secret.ts';

export const teamcityToken = defineSecret({
  id: 'secrets/teamcity-token',
  title: 'TeamCity access token',
  provider: 'JetBrains TeamCity',
  shape: 'eyJ0eXAiOiAiVENWMiJ9.<w36>.<w48>',
  opens: 'It acts as the user on the build server: starts builds, changes build steps, reads parameters and logs.',
  revoke: 'Delete it under Profile → Access tokens and create one with few permissions and an expiry.',
  bad: [
    { path: '.env', code: 'TEAMCITY_TOKEN={secret}' },
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer {secret}" https://ci.acme.io/app/rest/builds' },
  ],
  good: [
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer $TEAMCITY_TOKEN" https://ci.acme.io/app/rest/builds' },
    { path: '.env', code: 'TEAMCITY_TOKEN=eyJ0eXAiOiAiVENWMiJ9...' },
  ],
});
