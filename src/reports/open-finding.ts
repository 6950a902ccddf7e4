import type { Finding } from '../model/finding.ts';

/** Neither accepted (suppressed) nor gone since the baseline: what a reader has to look at. */
export function isOpen(finding: Finding): boolean {
  return finding.suppression === undefined && finding.baselineState !== 'absent';
}
