import { charge } from './stripe-client.js';

export function pay(order, card) {
  return charge(process.env.STRIPE_KEY, { amount: order.total, currency: 'eur', source: card });
}
