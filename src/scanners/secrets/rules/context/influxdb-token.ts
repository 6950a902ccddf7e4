import { defineContextSecret } from '../../define-context-secret.ts';

export const influxdbToken = defineContextSecret({
  id: 'secrets/influxdb-token',
  title: 'InfluxDB token',
  provider: 'InfluxDB',
  shape: '<w86>==',
  words: ['influx'],
  variable: 'INFLUXDB_TOKEN',
  entropy: 4,
  opens: "It reads, writes or drops data of the organisation's buckets; an operator token controls the whole instance.",
  revoke: 'Delete it under Load Data → API tokens and create one for the bucket it needs.',
});
