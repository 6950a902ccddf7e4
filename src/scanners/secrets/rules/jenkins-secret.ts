import { defineSecret } from '../define-secret.ts';

export const jenkinsSecret = defineSecret({
  id: 'secrets/jenkins-secret',
  title: 'Secret encrypted by Jenkins',
  provider: 'Jenkins',
  shape: '\\{^AQAAABAAAA<[A-Za-z0-9+/]20-4000>=?=?',
  severity: 'medium',
  opens:
    'Credentials of jobs, encrypted with the controller’s own keys: whoever also gets its secrets folder, or runs a script on it, reads them.',
  revoke:
    'Change the credentials if master.key or hudson.util.Secret may have leaked, and configure them from a secret store.',
  bad: [{ path: 'credentials.xml', code: '<password>{{secret}}</password>' }],
  good: [{ path: 'jenkins.yaml', code: 'password: "${NEXUS_PASSWORD}"' }],
});
