import type { SecretRule } from '../secret-rule.ts';
import { asaasKey } from './asaas-key.ts';
import { braintreeAccessToken } from './braintree-access-token.ts';
import { checkoutKey } from './checkout-key.ts';
import { duffelToken } from './duffel-token.ts';
import { easypostKey } from './easypost-key.ts';
import { flutterwaveKey } from './flutterwave-key.ts';
import { gocardlessToken } from './gocardless-token.ts';
import { lobApiKey } from './lob-api-key.ts';
import { mercuryToken } from './mercury-token.ts';
import { onfidoToken } from './onfido-token.ts';
import { paddleKey } from './paddle-key.ts';
import { paystackKey } from './paystack-key.ts';
import { personaKey } from './persona-key.ts';
import { plaidAccessToken } from './plaid-access-token.ts';
import { polarToken } from './polar-token.ts';
import { rampSecret } from './ramp-secret.ts';
import { razorpayKey } from './razorpay-key.ts';
import { shippoToken } from './shippo-token.ts';
import { shopifyToken } from './shopify-token.ts';
import { squareToken } from './square-token.ts';
import { stripeLiveKey } from './stripe-live-key.ts';
import { stripeTestKey } from './stripe-test-key.ts';
import { stytchSecret } from './stytch-secret.ts';
import { webhookSigningSecret } from './webhook-signing-secret.ts';

/** Payments, commerce and identity checks. */
export const paymentsRules: readonly SecretRule[] = [
  asaasKey,
  braintreeAccessToken,
  checkoutKey,
  duffelToken,
  easypostKey,
  flutterwaveKey,
  gocardlessToken,
  lobApiKey,
  mercuryToken,
  onfidoToken,
  paddleKey,
  paystackKey,
  personaKey,
  plaidAccessToken,
  polarToken,
  rampSecret,
  razorpayKey,
  shippoToken,
  shopifyToken,
  squareToken,
  stripeLiveKey,
  stripeTestKey,
  stytchSecret,
  webhookSigningSecret,
];
