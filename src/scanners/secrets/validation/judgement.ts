export type Facts = Readonly<Record<string, string | number | boolean>>;

/** What an answer says about a credential. */
export interface Judgement {
  readonly validity: 'active' | 'inactive' | 'unknown';
  /** Why it is unknown. */
  readonly reason?: string;
  /** Whose it is and what it may do, never the value. */
  readonly facts?: Facts;
}

export const inactive: Judgement = { validity: 'inactive' };

/** For providers that let a credential be used only from some addresses, and refuse others in the same words. */
export const refusedPerhapsHere: Judgement = {
  validity: 'unknown',
  reason: 'refused, as the provider also refuses addresses from which a credential may not be used',
};

/** @param facts those that the answer does not hold are left out; lists become one text */
export function active(facts: Readonly<Record<string, unknown>>): Judgement {
  const known = Object.entries(facts).flatMap(([name, value]): [string, string | number | boolean][] => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
    const words = Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
    return words.length > 0 ? [[name, words.join(', ')]] : [];
  });
  return { validity: 'active', facts: Object.fromEntries(known) };
}
