import { defineContextSecret } from '../../define-context-secret.ts';

export const azureApimSubscriptionKey = defineContextSecret({
  id: 'secrets/azure-apim-subscription-key',
  title: 'Azure API Management subscription key',
  provider: 'Microsoft Azure',
  shape: '<h32>',
  words: ['apim', 'ocp-apim', 'ocp_apim', 'ocpapim'],
  variable: 'APIM_SUBSCRIPTION_KEY',
  opens: "It calls every API of the product it subscribes to, within the subscriber's quota.",
  revoke:
    "Regenerate the primary or secondary key under API Management → Subscriptions, and validate tokens in the gateway's policies as well.",
});
