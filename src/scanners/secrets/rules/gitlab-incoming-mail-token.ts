import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const gitlabIncomingMailToken = defineSecret({
  id: 'secrets/gitlab-incoming-mail-token',
  title: 'GitLab incoming mail token',
  provider: 'GitLab',
  regex: {
    source: String.raw`(?<![A-Za-z0-9])(?<secret>glimt-[\w-]{25})(?![A-Za-z0-9_])`,
    literals: ['glimt-'],
    maxLength: 31,
    sample: (random) => `glimt-${drawText(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 25)}`,
  },
  entropy: 3,
  severity: 'medium',
  gitleaks: 'gitlab-incoming-mail-token',
  opens: "Mails to an address with it create issues and merge requests in the user's name.",
  revoke: 'Reset it under Preferences → Access tokens → Incoming email token.',
  bad: [{ path: 'contacts.txt', code: 'incoming+acme-shop-1-{secret}-issue@incoming.gitlab.com' }],
  good: [
    { path: 'contacts.txt', code: 'incoming+acme-shop-1-glimt-TOKEN-issue@incoming.gitlab.com' },
    { path: 'doc.md', code: 'Mail tokens carry the prefix glimt-.' },
  ],
});
