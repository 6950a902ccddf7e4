/** How bad it is if the finding is true, from least to most. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** How sure we are that the finding is true. `proven` means an offline proof holds (a checksum, a parse, a trace). */
export const confidences = ['low', 'medium', 'high', 'proven'] as const;
export type Confidence = (typeof confidences)[number];

/** Orders severities; positive when `a` is worse than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

export function atLeast(severity: Severity, threshold: Severity): boolean {
  return compareSeverity(severity, threshold) >= 0;
}

export function compareConfidence(a: Confidence, b: Confidence): number {
  return confidences.indexOf(a) - confidences.indexOf(b);
}
