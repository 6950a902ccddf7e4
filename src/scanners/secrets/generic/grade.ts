import type { Confidence, Severity } from '../../../model/severity.ts';
import type { Candidate, SecretKind } from './candidate.ts';
import { pathKind, type PathKind } from './path-kind.ts';

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
  test: 2.5,
  locale: 4,
  minified: 3,
};
const packedDiscount = 1.5;

const rules: Readonly<Record<SecretKind, string>> = {
  password: 'secrets/generic-password',
  secret: 'secrets/generic-secret',
  token: 'secrets/generic-token',
  key: 'secrets/generic-api-key',
  auth: 'secrets/generic-secret',
  other: 'secrets/high-entropy-string',
};

/** Least score to be reported; what no name supports must be surer. */
const bars = { named: 0.75, unnamed: 0.95 } as const;
const sure = 0.97;
const fair = 0.88;

export function gradeCandidate(candidate: Candidate, logit: number): Grade {
  const place = pathKind(candidate.path);
  const taken = discounts[place] + (candidate.packed ? packedDiscount : 0);
  const score = 1 / (1 + Math.exp(taken - logit));
  const unnamed = candidate.kind === 'other' || candidate.kind === 'auth';
  const confidence: Confidence = score >= sure ? 'high' : score >= fair ? 'medium' : 'low';
  return {
    score: Math.round(score * 1000) / 1000,
    ruleId: rules[candidate.kind],
    severity: severityOf(place, confidence, unnamed),
    confidence,
    reported: score >= (unnamed ? bars.unnamed : bars.named),
  };
}

function severityOf(place: PathKind, confidence: Confidence, unnamed: boolean): Severity {
  if (place === 'source' || place === 'vendor') return confidence === 'low' || unnamed ? 'medium' : 'high';
  return 'low';
}
