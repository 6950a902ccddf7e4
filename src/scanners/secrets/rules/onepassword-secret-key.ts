import { defineSecret } from '../define-secret.ts';

export const onepasswordSecretKey = defineSecret({
  id: 'secrets/onepassword-secret-key',
  title: '1Password secret key',
  provider: '1Password',
  shape: 'A3-<U6>-(<U11>|<U6>-<U5>)(-<U5>){3}',
  entropy: 3.6,
  severity: 'critical',
  gitleaks: '1password-secret-key',
  opens: 'It is half of what unlocks the account: with the account password it decrypts every vault from any device.',
  revoke:
    'Regenerate it under My Profile → Account → Secret Key, change the account password and sign out other devices.',
  bad: [
    { path: 'notes.txt', code: 'secret key {secret}' },
    { path: '.env', code: 'OP_SECRET_KEY={secret}' },
  ],
  good: [
    { path: 'notes.txt', code: 'secret key A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX' },
    { path: '.env', code: 'OP_SECRET_KEY=A3-...' },
    { path: 'board.txt', code: 'A3-SIZE-PAPER-LANDSCAPE' },
  ],
});
