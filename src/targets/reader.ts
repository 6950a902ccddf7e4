import type { ByteRange } from '../model/location.ts';
import type { Entry } from '../model/target.ts';

/** The bytes of an entry and what was learnt by reading them. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Bytes that no related object, listed earlier, already holds; absent means all. */
  readonly fresh?: readonly ByteRange[];
  /** Id of the git object that holds the bytes. */
  readonly blob?: string;
  /** The commit whose change is looked at. */
  readonly commit?: string;
}

/** Reads what a target listed. Belongs to one thread; opened in it from the target's `ReaderSpec`. */
export interface Reader {
  /** The whole content. Throws `ReadError` when the bytes can not be had. */
  read(entry: Entry): Content | Promise<Content>;
  /** At most `length` bytes from `offset` of an entry too large to be held whole; fewer only at its end. */
  readWindow?(entry: Entry, offset: number, length: number): Uint8Array | Promise<Uint8Array>;
  close(): void | Promise<void>;
}

/** Bytes that were listed can not be had; becomes an `Unknown` with the same reason. */
export class ReadError extends Error {
  /** As in `Unknown.reason`: `unreadable`, `too-large`, `not-fetched`, `corrupt`, `unsupported`. */
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.name = 'ReadError';
    this.reason = reason;
  }
}
