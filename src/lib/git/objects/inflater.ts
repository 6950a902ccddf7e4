import { constants, createInflate, inflateSync } from 'node:zlib';

/** Unpacks zlib streams (RFC 1950) that lie somewhere in a buffer. */
export interface Inflater {
  /**
   * Unpacks the stream at `source[start, end)` into `target`, which has room for a byte more than `size`: false when the
   * stream is damaged, cut short, or does not unpack to exactly `size` bytes.
   */
  inflate(source: Uint8Array, start: number, end: number, target: Uint8Array, size: number): boolean;
  /** Unpacks the beginning of the stream, as much as fits into `target` and follows from its first 128 bytes. */
  peek(source: Uint8Array, start: number, end: number, target: Uint8Array): number;
}

const peekedBytes = 128;

/**
 * `inflateSync` makes a new native object each time, which costs ten times as much as unpacking a typical object of a
 * repository. Where Node offers what its own streams use, one native object is reset and reused (Node 20 to 24 do).
 */
export function createInflater(): Inflater {
  const fast = borrowHandle();
  return fast && works(fast) ? fast : slowInflater;
}

/** What `zlib.Inflate` drives in Node's lib/zlib.js. */
interface NativeHandle {
  reset(): void;
  writeSync(
    flush: number,
    source: Uint8Array,
    start: number,
    length: number,
    target: Uint8Array,
    targetStart: number,
    targetLength: number,
  ): void;
}

function borrowHandle(): Inflater | undefined {
  const stream: object = createInflate();
  if (!('_handle' in stream && '_writeState' in stream)) return undefined;
  const handle = stream._handle as NativeHandle | null;
  // Bytes of the target, then of the source, that the last write left over.
  const left = stream._writeState;
  if (typeof handle?.reset !== 'function' || typeof handle.writeSync !== 'function') return undefined;
  if (!(left instanceof Uint32Array)) return undefined;
  let failed = false;
  const onerror = (): void => {
    failed = true;
  };
  Object.assign(handle, { onerror });
  return {
    inflate(source, start, end, target, size) {
      failed = false;
      handle.reset();
      // A full target is no error to Node: only a byte that stays free shows that the stream ended.
      handle.writeSync(constants.Z_FINISH, source, start, end - start, target, 0, size + 1);
      return !failed && left[0] === 1;
    },
    peek(source, start, end, target) {
      failed = false;
      handle.reset();
      const length = Math.min(peekedBytes, end - start);
      handle.writeSync(constants.Z_SYNC_FLUSH, source, start, length, target, 0, target.length);
      return failed ? 0 : target.length - (left[0] ?? 0);
    },
  };
}

const slowInflater: Inflater = {
  inflate(source, start, end, target, size) {
    try {
      const unpacked = inflateSync(source.subarray(start, end), { maxOutputLength: size + 1 });
      if (unpacked.length === size) target.set(unpacked);
      return unpacked.length === size;
    } catch {
      return false;
    }
  },
  peek(source, start, end, target) {
    try {
      const head = source.subarray(start, Math.min(end, start + peekedBytes));
      const unpacked = inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, target.length);
      target.set(unpacked);
      return unpacked.length;
    } catch {
      return 0;
    }
  },
};

/** Whether the borrowed handle still behaves: unpacks what it should, refuses what it must. */
function works(inflater: Inflater): boolean {
  const packed = Buffer.from('eJxLTEpOSQUABcgB8A==', 'base64');
  const target = Buffer.alloc(8);
  const unpacks = (end: number, size: number): boolean => inflater.inflate(packed, 0, end, target, size);
  const refuses = !unpacks(packed.length, 4) && !unpacks(packed.length, 6) && !unpacks(packed.length - 4, 5);
  const peeks = inflater.peek(packed, 0, packed.length, target) === 5;
  return refuses && peeks && unpacks(packed.length, 5) && target.toString('latin1', 0, 5) === 'abcde';
}
