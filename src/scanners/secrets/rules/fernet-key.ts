import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const fernetKey = defineSecret({
  id: 'secrets/fernet-key',
  title: 'Fernet key',
  provider: 'Fernet',
  regex: {
    source: String.raw`(?:\b(?:Multi)?Fernet\(\s{0,8}(?:\[\s{0,8}Fernet\(\s{0,8})?b?|fernet[\w.-]{0,12}key[\w.-]{0,8}["']?\]?\s{0,4}(?:[:=]|=>)\s{0,4}b?)["']?(?<secret>[\w-]{43}=)(?![\w=])`,
    caseless: true,
    literals: ['fernet'],
    lead: 6,
    maxLength: 130,
    sample: (random) => `${drawText(random, alphabet, 43)}=`,
  },
  entropy: 4,
  distinctive: false,
  opens: 'Decrypts whatever was encrypted with it, such as stored connections and passwords, and forges new values.',
  revoke: 'Generate a new key, re-encrypt with `MultiFernet.rotate`, and read the key from a secret store.',
  references: ['https://github.com/fernet/spec/blob/master/Spec.md'],
  bad: [
    { path: 'crypt.py', code: 'fernet = Fernet(b"{secret}")\n' },
    { path: 'airflow.cfg', code: '[core]\nfernet_key = {secret}\n' },
  ],
  good: [
    { path: 'crypt.py', code: 'fernet = Fernet(os.environ["FERNET_KEY"])\n' },
    { path: 'airflow.cfg', code: '[core]\nfernet_key =\n' },
  ],
});
