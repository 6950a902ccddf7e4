import { defineSecret } from '../define-secret.ts';

export const chromaticProjectToken = defineSecret({
  id: 'secrets/chromatic-project-token',
  title: 'Chromatic project token',
  provider: 'Chromatic',
  shape: 'chpt_<h12-20>',
  severity: 'medium',
  opens: 'Publishes builds to the project and reads its Storybooks.',
  revoke: 'Reset it under Manage → Configure.',
  bad: [{ path: 'package.json', code: '"chromatic": "chromatic --project-token={secret}"' }],
  good: [{ path: 'package.json', code: '"chromatic": "chromatic"' }],
});
