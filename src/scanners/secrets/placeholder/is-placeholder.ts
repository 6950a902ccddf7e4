import { decodeBase32 } from '../proof/base32.ts';
import { decodeText, isEncodedLines } from './base64-text.ts';
import { findCodeShape } from './code-shape.ts';
import { findDigest } from './digest.ts';
import { findKeyEcho } from './key-echo.ts';
import { findMask } from './mask.ts';
import { findProse } from './prose.ts';
import { findPublicValue } from './public-value.ts';
import { findReference } from './reference.ts';
import { findSampleWords } from './sample-words.ts';
import { findSealed } from './sealed.ts';
import { findSequence } from './sequence.ts';
import { findVendorSample } from './vendor-sample.ts';

/** What stands around a value; the strings are latin1 views of the bytes and may be empty. */
export interface ValueContext {
  /** The name the value is assigned to, as written: `DB_PASSWORD`, `spring.datasource.password`. */
  readonly key?: string;
  /** Up to 60 bytes before the value, on the same line. */
  readonly left: string;
  /** Up to 20 bytes after the value, on the same line. */
  readonly right: string;
  /** Path of the file, `/` separators. */
  readonly path: string;
}

/** A reason why a value is no secret, or undefined. */
type Finder = (value: string, context: ValueContext) => string | undefined;

/** Cheap ones first. */
const finders: readonly Finder[] = [
  findMask,
  findReference,
  findSealed,
  findSequence,
  findVendorSample,
  findSampleWords,
  findPublicValue,
  findDigest,
  findKeyEcho,
  findCodeShape,
  findProse,
];

/** Values are cut here before they are looked at: reasons show early, and cost must not grow with the value. */
const longest = 512;

/**
 * Says why a value is no secret (a sample, a reference to one, a sealed or public one), or undefined when nothing
 * speaks against it. The reason is a short noun phrase for `explain`. Looks at the value first: a path alone never
 * makes a placeholder.
 */
export function isPlaceholder(value: string, context: ValueContext): string | undefined {
  const looked = value.length > longest ? value.slice(0, longest) : value;
  for (const find of finders) {
    const reason = find(looked, context);
    if (reason !== undefined) return reason;
  }
  if (isEncodedLines(looked)) return 'lines of text in base64';
  const inBase32 = /^[A-Z2-7]{16,}$/.test(looked) ? decodeBase32(looked)?.toString('latin1') : undefined;
  if (inBase32 !== undefined && findSequence(inBase32) !== undefined) return 'sequence, in base32';
  const decoded = decodeText(looked);
  const inner =
    decoded && (findMask(decoded) ?? findVendorSample(decoded) ?? findSampleWords(decoded) ?? findSequence(decoded));
  return inner && `${inner}, in base64`;
}
