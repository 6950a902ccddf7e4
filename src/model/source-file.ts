import type { ByteRange } from './location.ts';
import type { LineSpan } from './target.ts';

/** What is known of a file before it is read. */
export interface FileInfo {
  readonly uri: string;
  /** Last segment of the path (of the archive member, when it is one). */
  readonly name: string;
  /** Bytes, or -1 when not known before reading. */
  readonly size: number;
  /** How many archives the file sits in; 0 for a plain file. */
  readonly depth: number;
}

/** A file as scanners see it: read once, shared by all of them, never modified. */
export interface SourceFile extends FileInfo {
  /** The whole content, or one window of a file above the window size (see `base`). */
  readonly bytes: Uint8Array;
  /** Where `bytes` starts in the file: 0 and line 1 unless this is a later window of a huge file. */
  readonly base: { readonly offset: number; readonly line: number };
  /** Lines added by the change, when only these are of interest. */
  readonly changed?: readonly LineSpan[];
  /** Bytes not already scanned as part of a related object (history); absent means all. */
  readonly fresh?: readonly ByteRange[];
  /** Id of the git object, when the bytes came from one. */
  readonly blob?: string;
  /** The commit whose change is looked at, when the target is a range of commits. */
  readonly commit?: string;
  /** Decoded text (UTF-8, UTF-16 by byte order mark; invalid sequences become U+FFFD), cached. */
  text(): string;
  /** Whether the content looks binary (a NUL byte in the first 8,000 bytes and no UTF-16 mark). */
  binary(): boolean;
  /** Line and column (UTF-16 units) of a byte offset into `bytes`; counts `base`. */
  position(offset: number): { readonly line: number; readonly column: number };
}
