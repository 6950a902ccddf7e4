import { defineSecret } from '../define-secret.ts';

export const typeformToken = defineSecret({
  id: 'secrets/typeform-token',
  title: 'Typeform personal token',
  provider: 'Typeform',
  shape: 'tfp_<[\\w.=-]40-60>',
  gitleaks: 'typeform-api-token',
  opens: 'Reads the forms’ responses, personal data included, and changes forms and webhooks.',
  revoke: 'Regenerate or delete it under Account → Personal tokens.',
  bad: [{ path: 'pull.py', code: 'TYPEFORM = "{secret}"' }],
  good: [{ path: 'pull.py', code: 'TYPEFORM = getenv("TYPEFORM_TOKEN")' }],
});
