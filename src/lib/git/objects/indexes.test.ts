import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MultiPackIndex } from './multi-pack-index.ts';
import { ObjectError } from './object-error.ts';
import { PackIndex } from './pack-index.ts';

/** Bytes that look like an index for a while: headers, small numbers, a fan-out that grows. */
const fanout = fc.nat(300).map((count) => {
  const bytes = Buffer.alloc(1024);
  for (let byte = 0; byte < 256; byte++) bytes.writeUInt32BE(Math.floor((count * (byte + 1)) / 256), 4 * byte);
  return bytes;
});
const chunkTable = fc
  .array(fc.tuple(fc.constantFrom('PNAM', 'OIDF', 'OIDL', 'OOFF', 'LOFF', '\0\0\0\0'), fc.nat(4000)), { maxLength: 6 })
  .map((chunks) => {
    const head = Buffer.from(`MIDX\x01\x01${String.fromCharCode(chunks.length)}\0\0\0\0\x02`, 'latin1');
    return Buffer.concat([
      head,
      ...chunks.map(([id, at]) =>
        Buffer.concat([Buffer.from(id), Buffer.alloc(4), Buffer.from([0, 0, at >> 8, at & 255])]),
      ),
    ]);
  });
const piece = fc.oneof(
  fanout,
  chunkTable,
  fc.uint8Array({ maxLength: 3000 }),
  fc.constant(Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2])),
  fc.constant(Buffer.from('MIDX\x01\x01\x04\0\0\0\0\x01', 'latin1')),
);
const bytes = fc.array(piece, { maxLength: 5 }).map((pieces) => Buffer.concat(pieces));
const id = fc.uint8Array({ minLength: 20, maxLength: 20 });

/** What a reader throws, other than what it is meant to throw. */
function untypedError(read: () => void): unknown {
  try {
    read();
  } catch (error) {
    return error instanceof ObjectError ? undefined : error;
  }
  return undefined;
}

describe('indexes of foreign bytes', () => {
  it('of a pack give places or ObjectError', () => {
    fc.assert(
      fc.property(bytes, id, (content, wanted) => {
        const error = untypedError(() => {
          const index = new PackIndex(content, 20);
          index.ids.find(wanted, 0);
          for (let at = 0; at < index.ids.count; at++) index.offset(at);
        });
        expect(error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('of several packs give places or ObjectError', () => {
    fc.assert(
      fc.property(bytes, id, (content, wanted) => {
        const error = untypedError(() => {
          const index = new MultiPackIndex(content, 20);
          index.ids.find(wanted, 0);
          for (let at = 0; at < index.ids.count; at++) index.place(at);
        });
        expect(error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
