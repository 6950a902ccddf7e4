import { defineSecret } from '../define-secret.ts';

export const squareToken = defineSecret({
  id: 'secrets/square-token',
  title: 'Square access token',
  provider: 'Square',
  shape: ['sq0atp-<w22>', 'sq0csp-<w43>'],
  gitleaks: 'square-access-token',
  opens:
    'Takes payments, refunds and reads customers and orders of the seller; sq0csp- is an application secret, which obtains such tokens.',
  revoke: 'Replace it in the Developer Dashboard → Credentials (or OAuth → Replace secret).',
  bad: [{ path: 'pos.py', code: 'client = Client(access_token="{secret}")' }],
  good: [{ path: 'pos.py', code: 'client = Client(access_token=os.environ["SQUARE_TOKEN"])' }],
});
