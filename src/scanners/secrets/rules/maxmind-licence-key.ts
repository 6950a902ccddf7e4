import { defineSecret } from '../define-secret.ts';

export const maxmindLicenceKey = defineSecret({
  id: 'secrets/maxmind-licence-key',
  title: 'MaxMind licence key',
  provider: 'MaxMind',
  shape: '<A6>_<A29>_mmk',
  severity: 'medium',
  gitleaks: 'maxmind-license-key',
  opens: 'Downloads databases and spends the account’s web-service credit.',
  revoke: 'Remove it under Account → Manage license keys.',
  bad: [{ path: 'GeoIP.conf', code: 'LicenseKey {secret}' }],
  good: [{ path: 'GeoIP.conf', code: 'LicenseKey YOUR_LICENSE_KEY_HERE' }],
});
