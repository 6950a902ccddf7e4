import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const jaasPassword = defineSecret({
  id: 'secrets/jaas-password',
  title: 'Password in a JAAS login',
  provider: 'Kafka',
  regex: {
    source: String.raw`LoginModule\s{1,4}(?:required|requisite|sufficient|optional)(?:[\s\\]{1,20}[\w.]{1,60}\s{0,2}=\s{0,2}\\?["'][^"'\n]{0,120}\\?["']){0,6}?[\s\\]{1,20}(?:password|clientSecret|user_[\w-]{1,40})\s{0,2}=\s{0,2}\\?["'](?<secret>[^"'\n\\]{3,256})\\?["']`,
    literals: ['LoginModule'],
    lead: 0,
    maxLength: 1600,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Connects to the Kafka or ZooKeeper cluster as that user: reads and writes its topics.',
  revoke: 'Change the credentials and pass the login configuration from the environment or a config provider.',
  bad: [
    {
      path: 'client.properties',
      code: 'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="shop" password="{secret}";',
    },
  ],
  good: [
    {
      path: 'client.properties',
      code: 'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="${file:/run/kafka:password}";',
    },
  ],
});
