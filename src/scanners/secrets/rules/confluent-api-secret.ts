import { defineSecret } from '../define-secret.ts';
import { confluentKey } from '../proof/confluent-key.ts';

export const confluentApiSecret = defineSecret({
  id: 'secrets/confluent-api-secret',
  title: 'Confluent Cloud API secret',
  provider: 'Confluent',
  shape: 'cflt<B60>',
  proof: confluentKey(),
  opens: 'With its key it produces and consumes Kafka topics of the cluster, or manages the cloud organisation.',
  revoke:
    'Delete the API key in Confluent Cloud → API keys and create one owned by a service account; prefer OAuth identity pools.',
  bad: [
    {
      path: 'client.properties',
      code: 'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="ABCDEFGHIJKLMNOP" password="{secret}";',
    },
    { path: '.env', code: 'CONFLUENT_CLOUD_API_SECRET={secret}' },
  ],
  good: [
    { path: 'client.properties', code: 'password="${CONFLUENT_SECRET}"' },
    { path: '.env', code: 'CONFLUENT_CLOUD_API_SECRET=cflt...' },
  ],
});
