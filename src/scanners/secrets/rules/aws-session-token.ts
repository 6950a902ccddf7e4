import { defineSecret } from '../define-secret.ts';

export const awsSessionToken = defineSecret({
  id: 'secrets/aws-session-token',
  title: 'AWS session token',
  provider: 'AWS',
  shape: ['IQoJb3JpZ2lu<B80+>=?=?', 'F[wQ]oGZXIvYXdz<B80+>=?=?'],
  severity: 'medium',
  opens:
    'With its temporary key pair it acts as the assumed role until it expires, at most 36 hours, with everything the role may do.',
  revoke:
    'It expires by itself; to end it now add a policy that denies sessions older than now (IAM → Roles → Revoke sessions). Have jobs assume the role at run time rather than storing what it returned.',
  bad: [
    { path: '.env', code: 'AWS_SESSION_TOKEN="{secret}"' },
    { path: 'credentials', code: '[default]\naws_session_token = {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'AWS_SESSION_TOKEN: ${{ steps.assume.outputs.session-token }}' },
    { path: 'doc.md', code: 'The session token begins with IQoJb3JpZ2lu and is several hundred characters long.' },
  ],
});
