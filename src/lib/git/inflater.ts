import { constants, createInflate, inflateSync } from 'node:zlib';

/** Unpacks zlib streams (RFC 1950) that lie somewhere in a buffer. */
export interface Inflater {
  /**
   * Unpacks the stream at `source[start, end)` into the first `room` bytes of `target` and gives how many it filled;
   * -1 when the stream is damaged, cut short, or unpacks to more than `room`.
   */
  inflate(source: Uint8Array, start: number, end: number, target: Uint8Array, room: number): number;
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
    inflate(source, start, end, target, room) {
      failed = false;
      handle.reset();
      handle.writeSync(constants.Z_FINISH, source, start, end - start, target, 0, room);
      return failed ? -1 : room - (left[0] ?? 0);
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
  inflate(source, start, end, target, room) {
    try {
      const unpacked = inflateSync(source.subarray(start, end), { maxOutputLength: Math.max(1, room) });
      if (unpacked.length > room) return -1;
      target.set(unpacked);
      return unpacked.length;
    } catch {
      return -1;
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
  const filled = (end: number, room: number): number => inflater.inflate(packed, 0, end, target, room);
  const refuses = filled(packed.length, 4) === -1 && filled(packed.length - 4, 8) === -1;
  const peeks = inflater.peek(packed, 0, packed.length, target) === 5;
  return refuses && peeks && filled(packed.length, 5) === 5 && target.toString('latin1', 0, 5) === 'abcde';
}
