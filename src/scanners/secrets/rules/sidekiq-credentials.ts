import { defineSecret } from '../define-secret.ts';

export const sidekiqCredentials = defineSecret({
  id: 'secrets/sidekiq-credentials',
  title: 'Sidekiq Pro or Enterprise credentials',
  provider: 'Contributed Systems',
  shape: ['CONTRIBSYS__COM(=|: |="|: "|=\')^<h8>:<h8>', '//^<h8>:<h8>@(gems|enterprise).contribsys.com'],
  gitleaks: 'sidekiq-secret',
  opens: 'Downloads the paid gems at the company’s licence, which its terms forbid to share.',
  revoke: 'Ask Contributed Systems for new credentials and set them as BUNDLE_… in the build environment.',
  bad: [{ path: '.bundle/config', code: 'BUNDLE_ENTERPRISE__CONTRIBSYS__COM: "{secret}"' }],
  good: [{ path: 'Gemfile', code: 'source "https://enterprise.contribsys.com/" do' }],
});
