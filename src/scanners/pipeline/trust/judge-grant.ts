import { bearersOf, reaches, type Bearer, type Reach } from './bearers.ts';
import type { Grant, NamedText } from './grant.ts';
import { namedParts } from './named-parts.ts';
import { subjectFact } from './subject-form.ts';
import type { SubjectForm } from './token.ts';

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
export function judgeGrant(grant: Grant, form?: SubjectForm): Admission {
  const admitted = new Map<Reach, Bearer>();
  const why = new Set<string>();
  let left = mostComparisons;
  for (const bearer of bearersOf(grant.issuer, namedParts(grant.names), form)) {
    if (admitted.has(bearer.reach)) continue;
    left -= 1 + grant.names.length;
    if (left < 0) break;
    const decision = grant.admits(bearer.token);
    if (decision.value === true) admitted.set(bearer.reach, bearer);
    for (const clause of decision.why) why.add(clause);
  }
  if (form === undefined && grant.names.some(isWithoutRef)) {
    why.add(`what the subjects of the project are made of (${subjectFact(grant.issuer)})`);
  }
  return { admitted: reaches.flatMap((reach) => admitted.get(reach) ?? []), why: [...why] };
}

/** A subject that is a project and nothing else: only a project that has chosen such subjects has a token with it. */
function isWithoutRef({ claim, text }: NamedText): boolean {
  return claim === 'sub' && /^(?:repo|project_path):(?:\$\{[^}]*\}|[^:*?$])+$/.test(text) && !text.endsWith('}');
}
