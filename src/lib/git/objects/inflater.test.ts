import * as fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createInflater } from './inflater.ts';

const inflater = createInflater();

/** Unpacks a stream that lies between other bytes, into a target that held other bytes before. */
function unpack(packed: Uint8Array, size: number): Buffer | undefined {
  const source = Buffer.concat([Buffer.from('before'), packed, Buffer.from('after')]);
  const target = Buffer.alloc(size + 1, 0xaa);
  return inflater.inflate(source, 6, source.length, target, size) ? target.subarray(0, size) : undefined;
}

describe('createInflater', () => {
  it('unpacks what was packed, one stream after the other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        expect(unpack(deflateSync(bytes, { level }), bytes.length)?.equals(bytes)).toBe(true);
      }),
    );
  });

  it('refuses a stream of another length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(400), (bytes, size) => {
        fc.pre(size !== bytes.length);
        expect(unpack(deflateSync(bytes), size)).toBeUndefined();
      }),
    );
  });

  it('refuses a stream that is cut short or damaged', () => {
    const bytes = Buffer.from('a text long enough to be packed, a text long enough to be damaged');
    const packed = deflateSync(bytes);
    for (let at = 0; at < packed.length; at++) {
      const damaged = Buffer.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(unpack(damaged, bytes.length)?.equals(bytes) ?? true).toBe(true);
      const target = Buffer.alloc(bytes.length + 1);
      expect(inflater.inflate(packed, 0, at, target, bytes.length)).toBe(false);
    }
  });

  it('shows the beginning of a stream', () => {
    const packed = deflateSync(Buffer.concat([Buffer.from('blob 100000\0'), Buffer.alloc(100_000, 'x')]));
    const target = Buffer.alloc(20);
    expect(inflater.peek(packed, 0, packed.length, target)).toBe(20);
    expect(target.toString()).toBe('blob 100000\0xxxxxxxx');
  });
});
