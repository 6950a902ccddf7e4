import { charge } from './stripe-client.js';

// FIXME move to the environment before the release
const key = '{secret:secrets/stripe-live-key}';

export function pay(order, card) {
  return charge(key, { amount: order.total, currency: 'eur', source: card });
}
