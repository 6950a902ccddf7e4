import type { Finding } from '../../model/finding.ts';
import { matchIdentities } from '../fingerprints/match-identities.ts';
import { inPlaceOrder } from './place-order.ts';

/**
 * The current findings with their relation to those of an earlier scan (SARIF 2.1.0 §3.27.24), followed by the earlier
 * ones that are gone, as `absent`. `updated` is one whose text changed at its place; to a gate it is new.
 */
export function compareWithFindings(current: readonly Finding[], previous: readonly Finding[]): Finding[] {
  const earlier = inPlaceOrder(previous.filter(({ baselineState }) => baselineState !== 'absent'));
  const ordered = inPlaceOrder(current);
  const matches = matchIdentities(earlier, ordered);
  const states = new Map<Finding, Finding['baselineState']>();
  const seen = new Set<number>();
  for (const [index, finding] of ordered.entries()) {
    const match = matches[index];
    if (match) seen.add(match.earlier);
    states.set(finding, match ? (match.kind === 'location/v1' ? 'updated' : 'unchanged') : 'new');
  }
  const compared = current.map((finding): Finding => ({ ...finding, baselineState: states.get(finding) ?? 'new' }));
  const gone = earlier.filter((_, index) => !seen.has(index));
  return [...compared, ...gone.map((finding): Finding => ({ ...finding, baselineState: 'absent' }))];
}
