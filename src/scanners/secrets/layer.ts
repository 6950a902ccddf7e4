import type { Span } from '../../lib/matcher/span.ts';

/** Bytes to search: those of the file, or what was decoded from a layer above. */
export interface Layer {
  readonly bytes: Uint8Array;
  /** How often was decoded to get here. */
  readonly depth: number;
  /** Nothing but unmistakable formats is looked for: the bytes are not text. */
  readonly distinctiveOnly: boolean;
  /** Only matches that touch these count. */
  readonly touched?: readonly Span[];
  /** Where [start, end) comes from in the file, and how it is encoded there. */
  origin(start: number, end: number): { readonly range: Span; readonly encoding?: string };
}
