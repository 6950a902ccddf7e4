import type { FileStyle } from './file-style.ts';

/** What the name or the place of a value says it would be, if it is a secret. */
export type SecretKind = 'password' | 'secret' | 'token' | 'key' | 'auth' | 'other';

/** How a candidate was found. */
export type Origin = 'assignment' | 'element' | 'call' | 'command' | 'random';

/** A value that may be a secret, with all that its judgement depends on. Texts are latin1 views of the bytes. */
export interface Candidate {
  /** Byte range of the value in the bytes searched. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The name it is assigned to, as written; empty when there is none. */
  readonly key: string;
  readonly kind: SecretKind;
  readonly origin: Origin;
  /** What stands between name and value without spaces and quotes: `=`, `:`, `=>`, `(`, `,` … */
  readonly operator: string;
  /** The quote before the value, or empty. */
  readonly quote: string;
  /** Up to 60 bytes before the value and 20 after it, on the same line. */
  readonly left: string;
  readonly right: string;
  /** Stands in a line of hundreds of bytes, as in minified code. */
  readonly packed: boolean;
  readonly path: string;
  readonly style: FileStyle;
}
