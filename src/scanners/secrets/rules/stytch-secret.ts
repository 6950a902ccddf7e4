import { defineSecret } from '../define-secret.ts';

export const stytchSecret = defineSecret({
  id: 'secrets/stytch-secret',
  title: 'Stytch secret',
  provider: 'Stytch',
  shape: 'secret-(live|test)-<[\\w=-]36>',
  entropy: 3.6,
  opens: 'Issues sessions for any user of the project.',
  revoke: 'Rotate it under Configuration → API keys.',
  bad: [{ path: 'auth.py', code: 'client = stytch.Client(project_id=pid, secret="{secret}")' }],
  good: [{ path: 'auth.py', code: 'client = stytch.Client(project_id=pid, secret=os.environ["STYTCH_SECRET"])' }],
});
