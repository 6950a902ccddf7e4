import type { ByteRange } from '../../model/location.ts';
import type { RuleMeta } from '../../model/rule.ts';
import type { Confidence, Severity } from '../../model/severity.ts';
import type { Feature } from './generic/generic-detector.ts';

/** A value that may be a secret, with everything the finding needs. It holds the value and never leaves the scanner. */
export interface SecretCandidate {
  readonly rule: RuleMeta;
  readonly provider?: string;
  readonly family: string;
  /** Where it stands in the file's bytes; of an encoded value what encodes it. */
  readonly range: ByteRange;
  /** Latin1 text, decoded. */
  readonly value: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** How specific its evidence is; of candidates that overlap the highest rank wins. */
  readonly rank: number;
  /** Outermost last: `utf-16 in base64`. Absent when it stands there in plain. */
  readonly encoding?: string;
  readonly outcome?: 'proven' | 'plausible' | 'refuted';
  /** With `proven`: what holds. */
  readonly proof?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** The name the value is assigned to. */
  readonly keyName?: string;
  readonly features?: readonly Feature[];
  readonly score?: number;
  /** Why it is not reported. */
  readonly dropped?: string;
}

/** Ranks, from the weakest evidence to the strongest. */
export const rank = { generic: 1, refuted: 2, context: 3, distinctive: 4, proven: 5 } as const;
