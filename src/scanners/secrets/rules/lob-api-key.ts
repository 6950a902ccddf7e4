import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const lobApiKey = defineSecret({
  id: 'secrets/lob-api-key',
  title: 'Lob API key',
  provider: 'Lob',
  regex: {
    source: String.raw`(?<![\w-])(?:live|test)_[0-9a-f]{35}(?!\w)`,
    literals: ['live_', 'test_'],
    maxLength: 40,
    sample: (random) => `live_${drawText(random, '0123456789abcdef', 35)}`,
  },
  entropy: 3,
  gitleaks: 'lob-api-key',
  opens: 'Prints and mails letters and checks at the account’s cost and reads the recipients’ addresses.',
  revoke: 'Roll the key under Settings → API keys.',
  bad: [{ path: 'letters.py', code: 'lob.api_key = "{secret}"' }],
  good: [{ path: 'letters.py', code: 'lob.api_key = os.environ["LOB_KEY"]' }],
});
