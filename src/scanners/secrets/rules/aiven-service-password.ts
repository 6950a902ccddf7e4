import { defineSecret } from '../define-secret.ts';

export const aivenServicePassword = defineSecret({
  id: 'secrets/aiven-service-password',
  title: 'Aiven service password',
  provider: 'Aiven',
  shape: 'AVNS_<w19>',
  severity: 'critical',
  opens: 'Logs in to the managed database or Kafka cluster (Aiven, DigitalOcean), mostly as its administrator.',
  revoke: 'Reset the user’s password in the service’s Users tab and restrict the allowed addresses.',
  bad: [{ path: 'database.yml', code: '  password: {secret}' }],
  good: [{ path: 'database.yml', code: '  password: <%= ENV["PGPASSWORD"] %>' }],
});
