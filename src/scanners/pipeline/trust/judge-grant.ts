import { bearersOf, reaches, type Bearer, type Reach } from './bearers.ts';
import type { Grant } from './grant.ts';
import { namedParts } from './named-parts.ts';

/** Who gets through. */
export interface Admission {
  /** One for each kind of bearer that gets in, the farthest away first. */
  readonly admitted: readonly Bearer[];
  /** What would settle it for those of whom it is not known. */
  readonly why: readonly string[];
}

/** Comparisons of tokens with texts: more than a policy of reasonable size gives rise to. */
const mostComparisons = 500_000;

/** Tries the tokens of everybody who may bring one. */
export function judgeGrant(grant: Grant): Admission {
  const admitted = new Map<Reach, Bearer>();
  const why = new Set<string>();
  let left = mostComparisons;
  for (const bearer of bearersOf(grant.issuer, namedParts(grant.names))) {
    if (admitted.has(bearer.reach)) continue;
    left -= 1 + grant.names.length;
    if (left < 0) break;
    const decision = grant.admits(bearer.token);
    if (decision.value === true) admitted.set(bearer.reach, bearer);
    for (const clause of decision.why) why.add(clause);
  }
  return { admitted: reaches.flatMap((reach) => admitted.get(reach) ?? []), why: [...why] };
}
