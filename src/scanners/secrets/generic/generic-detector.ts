import type { Confidence, Severity } from '../../../model/severity.ts';
import { isPlaceholder } from '../placeholder/is-placeholder.ts';
import type { Candidate } from './candidate.ts';
import { explainScore, scoreCandidate, type Feature } from './classifier.ts';
import { findCandidates } from './find-candidates.ts';
import { gradeCandidate } from './grade.ts';
import { inDocString } from './doc-string.ts';
import { readKeyFile } from './key-file.ts';
import type { Head } from './read-head.ts';

export type { Feature } from './classifier.ts';

/** A value that may be a secret, judged. */
export interface GenericCandidate {
  /** Byte range of the value. */
  readonly start: number;
  readonly end: number;
  /** The name the value is assigned to, as written; empty when it has none. */
  readonly keyName: string;
  readonly ruleId: string;
  /** Probability that the value is a secret, 0 to 1; 0 for one that was refused before it was scored. */
  readonly score: number;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The strongest features first; none when refused before it was scored, or scored next to nothing. */
  readonly features: readonly Feature[];
  /** Why the candidate is not reported; absent when it is. Only with `explain`. */
  readonly dropped?: string;
}

export interface GenericDetector {
  /**
   * Judges everything generic in one file (or window of it). `heads` are the matches of `genericPatterns` in `bytes`,
   * in any order. Candidates come in order of position and do not overlap. `explain` returns the rejected ones too.
   */
  detect(
    bytes: Uint8Array,
    path: string,
    heads: readonly Head[],
    options?: { readonly explain?: boolean },
  ): readonly GenericCandidate[];
}

/** Below this score nobody asks why. */
const worthExplaining = 0.05;
/** From so many different values of one name on a file of tests or documentation is a table. */
const tableSize = 6;

export function createGenericDetector(): GenericDetector {
  return {
    detect(bytes, path, heads, options = {}) {
      const whole = readKeyFile(bytes, path);
      if (whole !== undefined) return [{ ...whole, ...ofKeyFile }];
      const judged = dropTables(
        findCandidates(bytes, path, heads).map((one) => judge(one, bytes)),
        bytes,
      );
      return apart(options.explain === true ? judged : judged.filter(({ dropped }) => dropped === undefined));
    },
  };
}

/** A file that is one random value, named for what it is, leaves nothing to weigh. */
const ofKeyFile = {
  keyName: '',
  ruleId: 'secrets/key-file',
  score: 1,
  severity: 'high',
  confidence: 'high',
  features: [],
} as const;

/** Values under one name, in a place where they matter little, that make a table of test vectors. */
function dropTables(candidates: readonly GenericCandidate[], bytes: Uint8Array): readonly GenericCandidate[] {
  const tables = new Map<string, Set<string>>();
  const isMinor = ({ dropped, severity }: GenericCandidate): boolean => dropped === undefined && severity === 'low';
  for (const one of candidates.filter(isMinor)) {
    const values = tables.get(one.keyName) ?? new Set();
    tables.set(one.keyName, values.add(valueOf(one, bytes)));
  }
  const names = tablesOfNames(candidates, bytes);
  if (tables.size === 0 && names.size === 0) return candidates;
  return candidates.map((one) => {
    if (isMinor(one) && (tables.get(one.keyName)?.size ?? 0) >= tableSize) {
      return { ...one, dropped: 'one of a table of values' };
    }
    const named = one.dropped === undefined && names.has(one.keyName) && camelName.test(valueOf(one, bytes));
    return named ? { ...one, dropped: 'one of a table of names' } : one;
  });
}

/** `epv1Total`, `iChargePV1`: what fields of an interface are called. */
const camelName = /^[a-z]{1,14}\d{0,2}(?:[A-Z]{1,3}[a-z]{0,14}\d{0,2}){0,6}$/;

/** Names of keys to which a file assigns mostly what looks like names, and often, as a list of sensors does. */
function tablesOfNames(candidates: readonly GenericCandidate[], bytes: Uint8Array): ReadonlySet<string> {
  const counts = new Map<string, { all: number; names: number }>();
  for (const one of candidates.filter(({ ruleId }) => ruleId === 'secrets/generic-api-key')) {
    const count = counts.get(one.keyName) ?? { all: 0, names: 0 };
    count.all++;
    if (camelName.test(valueOf(one, bytes))) count.names++;
    counts.set(one.keyName, count);
  }
  const tables = [...counts].filter(([, { all, names }]) => names >= tableSize && names * 10 >= all * 8);
  return new Set(tables.map(([name]) => name));
}

function valueOf({ start, end }: GenericCandidate, bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}

/** Of neighbours that overlap one, a reported one if there is; `candidates` are in order of position. */
function apart(candidates: readonly GenericCandidate[]): readonly GenericCandidate[] {
  const kept: GenericCandidate[] = [];
  for (const candidate of candidates) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= candidate.start) kept.push(candidate);
    else if (last.dropped !== undefined && candidate.dropped === undefined) kept[kept.length - 1] = candidate;
  }
  return kept;
}

function judge(candidate: Candidate, bytes: Uint8Array): GenericCandidate {
  const { start, end, key } = candidate;
  const refused = isPlaceholder(candidate.value, candidate) ?? findPublicSalt(candidate);
  if (refused !== undefined) {
    const { ruleId, severity } = gradeCandidate(candidate, -Infinity);
    return { start, end, keyName: key, ruleId, severity, confidence: 'low', score: 0, features: [], dropped: refused };
  }
  const logit = scoreCandidate(candidate);
  const first = gradeCandidate(candidate, logit);
  const documents = first.reported && inDocString(bytes, candidate);
  const { reported, ...grade } = documents ? gradeCandidate(candidate, logit, true) : first;
  return {
    start,
    end,
    keyName: key,
    ...grade,
    features: reported || grade.score >= worthExplaining ? explainScore(candidate) : [],
    ...(reported ? {} : { dropped: `score ${grade.score.toFixed(2)} is too low` }),
  };
}

/** The salt of a key file stands in the clear beside the parameters of the derivation, and may. */
function findPublicSalt({ key, left, right }: Candidate): string | undefined {
  const isPublic = /^salt$/i.test(key) && /\b(?:dklen|kdf\w*|scrypt|pbkdf2|argon2\w*|iterations)\b/i.test(left + right);
  return isPublic ? 'the salt of a key derivation' : undefined;
}
