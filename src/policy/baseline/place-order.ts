import type { Finding } from '../../model/finding.ts';
import { compareLocations } from '../../model/location.ts';

/** By place and rule, so that which of several equal findings is matched does not depend on who found them first. */
export function inPlaceOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareLocations(a.locations[0], b.locations[0]) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
}
