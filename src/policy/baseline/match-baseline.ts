import type { Finding } from '../../model/finding.ts';
import { matchIdentities } from '../fingerprints/match-identities.ts';
import type { Baseline } from './baseline.ts';
import { inPlaceOrder } from './place-order.ts';

/**
 * Says of each finding whether the baseline knows it. What is known stays in sight (`unchanged`) and each gate decides
 * whether it counts; what somebody has called a false positive is suppressed.
 */
export function matchBaseline(findings: readonly Finding[], baseline: Baseline): Finding[] {
  const ordered = inPlaceOrder(findings);
  const matches = matchIdentities(baseline.entries, ordered);
  const judged = new Map<Finding, Finding>();
  for (const [index, finding] of ordered.entries()) {
    const match = matches[index];
    const entry = match && baseline.entries[match.earlier];
    judged.set(finding, { ...finding, baselineState: entry ? 'unchanged' : 'new', ...suppression(finding, entry) });
  }
  return findings.map((finding) => judged.get(finding) ?? finding);
}

function suppression(finding: Finding, entry: Baseline['entries'][number] | undefined): Pick<Finding, 'suppression'> {
  if (finding.suppression || entry?.status !== 'false-positive') return {};
  const { owner, reason } = entry;
  return {
    suppression: {
      kind: 'baseline',
      ...(owner !== undefined && { owner }),
      ...(reason !== undefined && { reason }),
    },
  };
}
