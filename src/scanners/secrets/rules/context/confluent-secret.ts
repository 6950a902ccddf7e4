import { defineContextSecret } from '../../define-context-secret.ts';

export const confluentSecret = defineContextSecret({
  id: 'secrets/confluent-secret',
  title: 'Confluent Cloud API secret (older form)',
  provider: 'Confluent',
  shape: '<B64>',
  words: ['confluent', 'sasl', 'kafka'],
  variable: 'CONFLUENT_API_SECRET',
  entropy: 4.2,
  family: 'confluent-api-secret',
  gitleaks: 'confluent-secret-key',
  opens: 'With its key it produces and consumes Kafka topics of the cluster, or manages the cloud organisation.',
  revoke: 'Delete the API key in Confluent Cloud and create one owned by a service account.',
});
