import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const sidekiqCredentials = defineSecret({
  id: 'secrets/sidekiq-credentials',
  title: 'Sidekiq Pro or Enterprise credentials',
  provider: 'Contributed Systems',
  regex: {
    source: String.raw`(?:CONTRIBSYS__COM["']?[=: ]{1,3}["']?|https?:\/\/)(?<secret>[0-9a-f]{8}:[0-9a-f]{8})(?![^\s"'@]|@(?!\w{1,20}\.contribsys\.com))`,
    literals: ['CONTRIBSYS__COM', 'contribsys.com'],
    maxLength: 60,
    sample: (random) => `5d1f03ab:${drawText(random, '0123456789abcdef', 8)}`,
  },
  gitleaks: 'sidekiq-secret',
  opens: 'Downloads the paid gems at the company’s licence, which its terms forbid to share.',
  revoke: 'Ask Contributed Systems for new credentials and set them as BUNDLE_… in the build environment.',
  bad: [{ path: '.bundle/config', code: 'BUNDLE_ENTERPRISE__CONTRIBSYS__COM: "{secret}"' }],
  good: [{ path: 'Gemfile', code: 'source "https://enterprise.contribsys.com/" do' }],
});
