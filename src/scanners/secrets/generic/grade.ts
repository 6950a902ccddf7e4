import type { Confidence, Severity } from '../../../model/severity.ts';
import type { Candidate, SecretKind } from './candidate.ts';
import { findMadeUp } from '../placeholder/made-up.ts';
import { isRemark } from '../file-kind.ts';
import { pathKind, type PathKind } from './path-kind.ts';
import { measureStrangeness } from './strangeness.ts';

/** How a candidate is reported. */
export interface Grade {
  /** Probability that the value is a secret, 0 to 1, after what the place takes away. */
  readonly score: number;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Whether the score suffices to report it. */
  readonly reported: boolean;
}

/** What a place takes from the log odds: values there are less often real, and matter less. */
const discounts: Readonly<Record<PathKind, number>> = {
  source: 0,
  vendor: 0.5,
  example: 2,
  docs: 1.5,
  test: 3.5,
  locale: 4,
  minified: 3,
};
const packedDiscount = 1.5;
/** Short values and passwords in tests are made up for the test, however good they look. */
const fixtureDiscount = 1.5;
const short = 16;
/** Parsers compare tokens with literals and make them of literals all the time. */
const comparisonDiscount = 2;

const rules: Readonly<Record<SecretKind, string>> = {
  password: 'secrets/generic-password',
  secret: 'secrets/generic-secret',
  token: 'secrets/generic-token',
  key: 'secrets/generic-api-key',
  auth: 'secrets/generic-secret',
  other: 'secrets/high-entropy-string',
};

/** Least score to be reported; what no name supports, or stands aside of the source, must be surer. */
const bars = { named: 0.6, aside: 0.9, unnamed: 0.95 } as const;
/** Words reach less; see measureStrangeness. */
const strangeEnough = 0.35;
const sure = 0.97;
const fair = 0.88;

/** @param documents whether it stands in a text that documents the code */
export function gradeCandidate(candidate: Candidate, logit: number, documents = false): Grade {
  const own = placeOf(candidate);
  const place = documents && own === 'source' ? 'docs' : own;
  const score = 1 / (1 + Math.exp(discountOf(candidate, place) - logit));
  const unnamed = candidate.kind === 'other' || candidate.kind === 'auth';
  const strange = !unnamed || measureStrangeness(candidate.value) >= strangeEnough;
  const aside = place !== 'source' && place !== 'vendor';
  const bar = unnamed ? bars.unnamed : aside ? bars.aside : bars.named;
  const confidence: Confidence = score >= sure ? 'high' : score >= fair ? 'medium' : 'low';
  return {
    score: Math.round(score * 1000) / 1000,
    ruleId: rules[candidate.kind],
    severity: severityOf(place, confidence, unnamed),
    confidence,
    reported:
      strange &&
      score >= bar &&
      !((aside || isRemark(candidate.path, candidate.left)) && findMadeUp(candidate.value) !== undefined),
  };
}

function discountOf(candidate: Candidate, place: PathKind): number {
  const fixture = place === 'test' && (candidate.kind === 'password' || candidate.value.length < short);
  return (
    discounts[place] +
    (fixture ? fixtureDiscount : 0) +
    (candidate.packed ? packedDiscount : 0) +
    (isComparison(candidate) ? comparisonDiscount : 0)
  );
}

/** A line of a comment that documents an interface. */
const docComment = /^\s*(?:\*(?:\s|$)|\/\/[/!]|\/\*\*)/;

/** The kind of the path; YAML inside Python is the documentation of something. */
function placeOf({ path, operator, left, quote }: Candidate): PathKind {
  const place = pathKind(path);
  if (place === 'source' && docComment.test(left)) return 'docs';
  if (place !== 'source' || operator !== ':' || !/\.pyi?$/.test(path)) return place;
  return /(?:^|\s)[\w.-]+\s*:\s*$/.test(quote === '' ? left : left.slice(0, -quote.length)) ? 'docs' : place;
}

function isComparison({ kind, operator, left, key, origin }: Candidate): boolean {
  if (operator === '(' && origin === 'assignment') return !/set|with|type|fill|input|encode|password$/i.test(key);
  if (kind !== 'token') return false;
  return /^[=!]==?$/.test(operator) || (operator === ',' && /[\w)\]]\s*,\s*["'`]?$/.test(left));
}

function severityOf(place: PathKind, confidence: Confidence, unnamed: boolean): Severity {
  if (place === 'source' || place === 'vendor') return confidence === 'low' || unnamed ? 'medium' : 'high';
  return 'low';
}
