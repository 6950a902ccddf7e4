import { defineSecret } from '../define-secret.ts';

export const asaasKey = defineSecret({
  id: 'secrets/asaas-key',
  title: 'Asaas API key',
  provider: 'Asaas',
  shape: '$^aact_<[A-Za-z0-9_:=+/-]40-250>',
  opens: 'Creates charges and Pix transfers from the account.',
  revoke: 'Generate a new key under Integrações → Chaves de API.',
  bad: [{ path: 'asaas.js', code: "const headers = { access_token: '${secret}' };" }],
  good: [{ path: 'asaas.js', code: 'const headers = { access_token: process.env.ASAAS_KEY };' }],
});
