import type { Confidence, Severity } from '../../../model/severity.ts';
import { isPlaceholder } from '../placeholder/is-placeholder.ts';

/** What pulled a candidate's score up (positive weight) or down. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
}

/** A value that may be a secret, judged. */
export interface GenericCandidate {
  /** Byte range of the value. */
  readonly start: number;
  readonly end: number;
  /** The name the value is assigned to, as written; empty when it has none. */
  readonly keyName: string;
  readonly ruleId: string;
  /** Probability that the value is a secret, 0 to 1. */
  readonly score: number;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The strongest features first. */
  readonly features: readonly Feature[];
  /** Why the candidate is not reported; absent when it is. Only with `explain`. */
  readonly dropped?: string;
}

/** Where a match of one of `genericPatterns` lies. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

export interface GenericDetector {
  /**
   * Judges everything generic in one file (or window of it). `heads` are the matches of `genericPatterns` in `bytes`,
   * in any order. Candidates come in order of position, at most one for a value. `explain` returns the rejected ones too.
   */
  detect(
    bytes: Uint8Array,
    path: string,
    heads: readonly Head[],
    options?: { readonly explain?: boolean },
  ): readonly GenericCandidate[];
}

/** Longest value, in bytes, that a candidate may have. */
const longestValue = 200;

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

export function createGenericDetector(): GenericDetector {
  return {
    detect(bytes, path, heads, options = {}) {
      const found: GenericCandidate[] = [];
      for (const head of heads) {
        const text = latin1(bytes, head.end, head.end + longestValue);
        const match = /^(["'`])([^"'`\n]+)\1|^[^\s"'`,;)}\]]+/.exec(text);
        if (match === null) continue;
        const value = match[2] ?? match[0];
        const start = head.end + (match[2] === undefined ? 0 : 1);
        const end = start + value.length;
        const keyName = /^[\w.-]+/.exec(latin1(bytes, head.start, head.end))?.[0] ?? '';
        const dropped = isPlaceholder(value, {
          key: keyName,
          left: latin1(bytes, Math.max(0, start - 60), start),
          right: latin1(bytes, end, end + 20),
          path,
        });
        if (dropped !== undefined && options.explain !== true) continue;
        found.push({
          start,
          end,
          keyName,
          ruleId: 'secrets/generic-password',
          score: 0.5,
          severity: 'medium',
          confidence: 'medium',
          features: [],
          ...(dropped === undefined ? {} : { dropped }),
        });
      }
      return found;
    },
  };
}
