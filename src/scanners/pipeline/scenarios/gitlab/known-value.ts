/** What is known of a variable in a scenario. */
export type KnownValue =
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'absent' }
  /** Defined and not empty, but none of `not`, and one of `like` where that is known; both may have `*` in them. */
  | {
      readonly kind: 'some';
      readonly not: readonly string[];
      readonly like?: readonly string[];
      readonly chosen: boolean;
    }
  /** May be absent, empty or anything. */
  | { readonly kind: 'unknown'; readonly chosen: boolean };

export const absent: KnownValue = { kind: 'absent' };

export function exact(text: string): KnownValue {
  return { kind: 'exact', text };
}

/** Somebody chooses the text, anything but `not`, which may have `*` in them. */
export function chosenText(...not: readonly string[]): KnownValue {
  return { kind: 'some', not, chosen: true };
}

/** The platform sets it. */
export const present: KnownValue = { kind: 'some', not: [], chosen: false };
