import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Copies, applyDelta } from './delta.ts';
import { ObjectError } from './object-error.ts';

/** Random bytes may claim any size. */
function reserve(size: number): Buffer {
  if (size > 1e6) throw new ObjectError('too-large', 'more than a test needs');
  return Buffer.alloc(size);
}

type Part = { readonly copy: readonly [offset: number, size: number] } | { readonly insert: Uint8Array };

const base = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 31 + (at >> 8)) & 0xff));

const copy = fc
  .tuple(fc.nat(base.length - 1), fc.integer({ min: 1, max: 69_000 }))
  .map(([offset, size]) => ({ copy: [offset, Math.min(size, base.length - offset)] as const }));
const insert = fc.uint8Array({ minLength: 1, maxLength: 127 }).map((bytes) => ({ insert: bytes }));
const parts = fc.array(fc.oneof(copy, insert), { maxLength: 12 });

function expand(list: readonly Part[]): Buffer {
  return Buffer.concat(
    list.map((part) => ('copy' in part ? base.subarray(part.copy[0], part.copy[0] + part.copy[1]) : part.insert)),
  );
}

function encode(list: readonly Part[]): Buffer {
  const bytes = [...encodeSize(base.length), ...encodeSize(expand(list).length)];
  for (const part of list) {
    if ('insert' in part) bytes.push(part.insert.length, ...part.insert);
    else {
      // All seven bytes: longer than git writes it, and as valid.
      const [offset, size] = part.copy;
      bytes.push(
        0xff,
        offset & 0xff,
        (offset >> 8) & 0xff,
        offset >> 16,
        0,
        size & 0xff,
        (size >> 8) & 0xff,
        size >> 16,
      );
    }
  }
  return Buffer.from(bytes);
}

function encodeSize(size: number): number[] {
  return size < 128 ? [size] : [(size & 0x7f) | 0x80, ...encodeSize(size >> 7)];
}

describe('applyDelta', () => {
  it('copies and inserts what the delta says', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(applyDelta(base, encode(list), reserve).equals(expand(list))).toBe(true);
      }),
    );
  });

  it('says truly what was copied from where', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const copies: Copies = { spans: [], baseSize: 0 };
        const result = applyDelta(base, encode(list), reserve, copies);
        expect(copies.baseSize).toBe(base.length);
        let end = 0;
        let copied = 0;
        for (let at = 0; at < copies.spans.length; at += 3) {
          const [target = 0, source = 0, length = 0] = copies.spans.slice(at, at + 3);
          expect(target).toBeGreaterThanOrEqual(end);
          expect(result.subarray(target, target + length).equals(base.subarray(source, source + length))).toBe(true);
          end = target + length;
          copied += length;
        }
        const inserted = list.reduce((sum, part) => sum + ('insert' in part ? part.insert.length : 0), 0);
        expect(result.length - copied).toBe(inserted);
      }),
    );
  });

  it('takes a size of zero for 65,536', () => {
    const delta = Buffer.from([...encodeSize(base.length), ...encodeSize(0x10000), 0x80]);
    expect(applyDelta(base, delta, reserve).equals(base.subarray(0, 0x10000))).toBe(true);
  });

  it('asks for memory before it fills it', () => {
    const delta = Buffer.from([...encodeSize(base.length), 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
    const refuse = (size: number): Buffer => {
      throw new RangeError(`${size} bytes`);
    };
    expect(() => applyDelta(base, delta, refuse)).toThrow('4398046511103 bytes');
  });

  it('throws nothing but ObjectError on bytes that are no delta', () => {
    const start = fc.constantFrom(Buffer.alloc(0), Buffer.from(encodeSize(base.length)));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
        expect(untypedError(() => applyDelta(base, Buffer.concat([head, rest]), reserve))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

/** What a reader throws, other than what it is meant to throw. */
function untypedError(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return error instanceof ObjectError ? undefined : error;
  }
  return undefined;
}
