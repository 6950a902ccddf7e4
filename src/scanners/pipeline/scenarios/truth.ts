/** Something that decides a condition and is not in the repository. */
export interface Atom {
  /** As a reader would name it: `$DEPLOY`, `changes: src/**`. */
  readonly text: string;
  /** Whether whoever starts the pipeline chooses it, so that it can be made true and made false. */
  readonly chosen: boolean;
}

/**
 * A truth value of Kleene's strong three-valued logic. Unknown (`value` undefined) keeps the atoms that it depends on,
 * so that nobody has to guess why; a known value has none.
 */
export interface Truth {
  readonly value: boolean | undefined;
  readonly atoms: readonly Atom[];
}

export const certain: Truth = { value: true, atoms: [] };
export const impossible: Truth = { value: false, atoms: [] };

export function unknown(text: string, chosen: boolean): Truth {
  return { value: undefined, atoms: [{ text, chosen }] };
}

export function known(value: boolean): Truth {
  return value ? certain : impossible;
}

export function not(truth: Truth): Truth {
  return truth.value === undefined ? truth : known(!truth.value);
}

export function and(...truths: readonly Truth[]): Truth {
  return combine(truths, false);
}

export function or(...truths: readonly Truth[]): Truth {
  return combine(truths, true);
}

/** One value `decides` whatever the others are; otherwise a single unknown makes the whole unknown. */
function combine(truths: readonly Truth[], decides: boolean): Truth {
  if (truths.some(({ value }) => value === decides)) return known(decides);
  const atoms = atomsOf(truths);
  return atoms.length === 0 ? known(!decides) : { value: undefined, atoms };
}

/** What the unknown ones among truth values depend on, each once. */
export function atomsOf(truths: readonly Truth[]): readonly Atom[] {
  const atoms = truths.flatMap((truth) => truth.atoms);
  return [...new Map(atoms.map((atom) => [`${atom.text}\n${atom.chosen}`, atom])).values()];
}
