/** A truth value of Kleene's strong three-valued logic: undefined keeps what would settle it, as clauses. */
export interface Decision {
  readonly value: boolean | undefined;
  readonly why: readonly string[];
}

export const yes: Decision = { value: true, why: [] };
export const no: Decision = { value: false, why: [] };

export function undecided(why: string): Decision {
  return { value: undefined, why: [why] };
}

export function decided(value: boolean): Decision {
  return value ? yes : no;
}

export function not(decision: Decision): Decision {
  return decision.value === undefined ? decision : decided(!decision.value);
}

export function allOf(decisions: readonly Decision[]): Decision {
  return combine(decisions, false);
}

export function anyOf(decisions: readonly Decision[]): Decision {
  return combine(decisions, true);
}

/** One value decides whatever the others are. */
function combine(decisions: readonly Decision[], decides: boolean): Decision {
  if (decisions.some(({ value }) => value === decides)) return decided(decides);
  const why = new Set(decisions.flatMap((decision) => decision.why));
  return why.size === 0 ? decided(!decides) : { value: undefined, why: [...why] };
}
