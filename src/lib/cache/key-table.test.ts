import { assert, property, uint8Array, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

const key = uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
  // A few first bits only, so that many keys want the same slot.
  bytes[0] = (bytes[0] ?? 0) & 3;
  bytes.fill(0, 1, 4);
  bytes[15] = 1;
  return Buffer.from(bytes).toString('latin1');
});

it('holds the keys that were added and no others, also when it has grown and been read back', () => {
  assert(
    property(uniqueArray(key, { maxLength: 200 }), uniqueArray(key, { maxLength: 200 }), (keys, others) => {
      const table = KeyTable.forCount(keys.length);
      for (const one of keys) table.add(one);
      const strangers = others.filter((one) => !keys.includes(one));
      for (const one of [table, table.grown(), KeyTable.fromFile(new Uint8Array(table.bytes))]) {
        expect(keys.filter((candidate) => one?.has(candidate))).toEqual(keys);
        expect(strangers.filter((candidate) => one?.has(candidate))).toEqual([]);
        expect(one?.count()).toBe(keys.length);
      }
    }),
  );
});

it('is not made of a file that is cut off or full', () => {
  expect(KeyTable.fromFile(new Uint8Array(1000))).toBeUndefined();
  expect(KeyTable.fromFile(new Uint8Array(3 << 13))).toBeUndefined();
  expect(KeyTable.fromFile(new Uint8Array(1 << 14).fill(7))).toBeUndefined();
});
