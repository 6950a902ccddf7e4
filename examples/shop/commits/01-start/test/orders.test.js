import assert from 'node:assert/strict';
import { test } from 'node:test';

test('an order has a total', () => {
  const order = { lines: [{ price: 400, count: 2 }] };
  assert.equal(order.lines.reduce((sum, line) => sum + line.price * line.count, 0), 800);
});
