import type { Confidence, Severity } from '../../model/severity.ts';

/** SARIF 2.1.0 §3.27.10. */
export type Level = 'error' | 'warning' | 'note';

export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Numbers inside the bands by which code scanning tells critical (over 9) from high (7), medium (4) and low. */
export const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

/** The words of code scanning's `precision`. */
export const precisions: Readonly<Record<Confidence, string>> = {
  proven: 'very-high',
  high: 'high',
  medium: 'medium',
  low: 'low',
};
