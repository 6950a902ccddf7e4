import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Wanted } from './lock-entry.ts';

/** A file that a definition takes from elsewhere, and where it says so. */
export interface ForeignFile {
  readonly wanted: Wanted;
  readonly at: TextRange;
  /** `include:integrity`. */
  readonly integrity?: string;
}
