import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from './id-table.ts';
import { NameTable } from './name-table.ts';
import { orderByOffset } from './offset-order.ts';

describe('orderByOffset', () => {
  it('sorts small and huge offsets', () => {
    const offset = fc.oneof(fc.nat(1000), fc.nat(0x7fffffff), fc.bigInt(0n, 2n ** 53n - 1n).map(Number));
    fc.assert(
      fc.property(fc.uniqueArray(offset, { maxLength: 300 }), (offsets) => {
        const order = orderByOffset(Float64Array.from(offsets));
        expect([...order].map((index) => offsets[index])).toEqual([...offsets].sort((a, b) => a - b));
      }),
    );
  });
});

describe('IdTable', () => {
  it('numbers ids in order and finds the first of equal ones', () => {
    // Few distinct first bytes, so that ids contend for the same slots.
    const id = fc.tuple(fc.constantFrom(0, 1, 255), fc.uint8Array({ minLength: 19, maxLength: 19 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), (list) => {
        const ids = list.map(([first, rest, same]) =>
          Buffer.from(same ? Array.from({ length: 20 }, () => first) : [first, ...rest]),
        );
        const table = new IdTable(ids.length, 20);
        const firsts = new Map<string, number>();
        ids.forEach((bytes, number) => {
          const hex = bytes.toString('hex');
          if (!firsts.has(hex)) firsts.set(hex, number);
          expect(table.add(number, Buffer.concat([Buffer.from('x'), bytes]), 1)).toBe(firsts.get(hex));
        });
        ids.forEach((bytes, number) => {
          expect(table.find(Buffer.concat([Buffer.from('xx'), bytes]), 2)).toBe(firsts.get(bytes.toString('hex')));
          expect(table.hex(number)).toBe(bytes.toString('hex'));
        });
        expect(table.find(Buffer.alloc(20, 7), 0)).toBe(-1);
      }),
    );
  });
});

describe('NameTable', () => {
  it('gives equal names equal numbers, and keeps their bytes', () => {
    const name = fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(Buffer.from('a'), Buffer.from('src')));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 900 }), (names) => {
        const table = new NameTable();
        const numbers = new Map<string, number>();
        for (const bytes of names) {
          const text = Buffer.from(bytes).toString('latin1');
          const number = table.number(Buffer.concat([Buffer.from('xy'), bytes, Buffer.from('z')]), 2, 2 + bytes.length);
          if (!numbers.has(text)) numbers.set(text, numbers.size);
          expect([number, table.text(number)]).toEqual([numbers.get(text), text]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
