import { defineSecret } from '../define-secret.ts';

export const percyToken = defineSecret({
  id: 'secrets/percy-token',
  title: 'Percy token',
  provider: 'BrowserStack',
  shape: '(web|app|auto|ss|vmw)_<h64>',
  severity: 'medium',
  opens: 'Uploads snapshots to the project and approves builds.',
  revoke: 'Rotate it under Project settings → General.',
  bad: [{ path: 'ci.yml', code: '  PERCY_TOKEN: {secret}' }],
  good: [{ path: 'ci.yml', code: '  PERCY_TOKEN: ${{ secrets.PERCY_TOKEN }}' }],
});
