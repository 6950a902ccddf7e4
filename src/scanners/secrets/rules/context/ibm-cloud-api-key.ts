import { defineContextSecret } from '../../define-context-secret.ts';

export const ibmCloudApiKey = defineContextSecret({
  id: 'secrets/ibm-cloud-api-key',
  title: 'IBM Cloud API key',
  provider: 'IBM Cloud',
  shape: '<w44>',
  words: ['ibm', 'bluemix', 'watson', 'ibmcloud'],
  variable: 'IBMCLOUD_API_KEY',
  entropy: 3.8,
  severity: 'critical',
  opens: 'It obtains IAM tokens with all access of the user or service ID.',
  revoke: 'Delete it under Manage → Access (IAM) → API keys; use service IDs with few policies or trusted profiles.',
});
