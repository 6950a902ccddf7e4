import { defineSecret } from '../define-secret.ts';

export const supabaseSecretKey = defineSecret({
  id: 'secrets/supabase-secret-key',
  title: 'Supabase secret API key',
  provider: 'Supabase',
  shape: 'sb_secret_<w22>_<w8>',
  severity: 'critical',
  opens: 'It bypasses row-level security: reads and writes every table and file of the project.',
  revoke:
    'Delete it under Project settings → API keys and create another for each backend. Browsers get the publishable key.',
  bad: [
    { path: '.env', code: 'SUPABASE_SECRET_KEY={secret}' },
    { path: 'admin.ts', code: "const admin = createClient(url, '{secret}');" },
  ],
  good: [
    { path: 'admin.ts', code: 'const admin = createClient(url, process.env.SUPABASE_SECRET_KEY);' },
    { path: 'web.ts', code: "createClient(url, 'sb_publishable_key')" },
  ],
});
