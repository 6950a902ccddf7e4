import { defineSecret } from '../define-secret.ts';

export const rubygemsApiKey = defineSecret({
  id: 'secrets/rubygems-api-key',
  title: 'RubyGems API key',
  provider: 'RubyGems',
  shape: 'rubygems_<h48>',
  severity: 'critical',
  gitleaks: 'rubygems-api-token',
  opens:
    'It pushes gem versions, which run on the machines of everyone who installs them, and may yank or change owners.',
  revoke:
    "Delete it under Settings → API keys on rubygems.org and check the gems' versions. Use trusted publishing, or a key for one gem with push scope and MFA.",
  bad: [
    { path: '.gem/credentials', code: '---\n:rubygems_api_key: {secret}' },
    { path: '.env', code: 'GEM_HOST_API_KEY={secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'GEM_HOST_API_KEY: ${{ secrets.RUBYGEMS_API_KEY }}' },
    { path: '.env', code: 'GEM_HOST_API_KEY=rubygems_abc123' },
  ],
});
