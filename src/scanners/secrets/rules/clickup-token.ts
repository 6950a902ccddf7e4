import { defineSecret } from '../define-secret.ts';

export const clickupToken = defineSecret({
  id: 'secrets/clickup-token',
  title: 'ClickUp API token',
  provider: 'ClickUp',
  shape: 'pk_<d6-10>_<U32>',
  opens: 'Acts as its owner in every workspace: reads and changes tasks, documents and time entries.',
  revoke: 'Regenerate it under Settings → Apps.',
  bad: [{ path: '.env', code: 'CLICKUP_TOKEN={secret}' }],
  good: [{ path: '.env', code: 'CLICKUP_TOKEN=pk_…' }],
});
