import { createSecretDetector, type SecretDetector } from '../../secret-detector.ts';
import { ownRules } from '../../own-rules.ts';
import type { ByteString } from '../../../../lib/re2/byte-string.ts';
import type { ByteText } from '../byte-text.ts';
import { fromBytes } from '../byte-text.ts';
import type { Span } from '../decode/find-encoded.ts';
import { compatId } from './built-in-config.ts';

/** A value that the scanner's own rules take for a secret. */
export interface BuiltInMatch {
  /** Of the rule, as in the built-in configuration. */
  readonly id: string;
  readonly span: Span;
  /** Decoded, where the text encodes it. */
  readonly secret: ByteText;
}

/** Runs the scanner's own rules on fragments, with their proofs and their judgement of generic values. */
export class BuiltInSearch {
  readonly #detector: SecretDetector;

  constructor(now: Date) {
    this.#detector = createSecretDetector(ownRules, now);
  }

  /** Values that are only for information (expired, public, refuted) and what was judged harmless are left out. */
  search(content: ByteString, path: ByteText): readonly BuiltInMatch[] {
    const { bytes } = content;
    const { candidates } = this.#detector.detect({ bytes, path: fromBytes(path), binary: bytes.includes(0) });
    return candidates
      .filter((candidate) => candidate.dropped === undefined && candidate.severity !== 'info')
      .map(({ rule, range, value }) => ({ id: compatId(rule), span: range, secret: value }));
  }
}
