import type { Fingerprint } from '../../model/finding.ts';
import { generalKinds } from './fingerprint.ts';

/** Something that can be recognised again. */
export interface Identity {
  /** Strongest first. */
  readonly fingerprints: readonly Fingerprint[];
  /** How many equal ones it stands for; default 1. */
  readonly count?: number;
}

export interface Match {
  /** Index into the earlier identities. */
  readonly earlier: number;
  /** The kind by which it was recognised. */
  readonly kind: string;
}

/**
 * Recognises identities of one scan among those of an earlier one: for each of `current`, its match or undefined.
 *
 * A kind that a scanner gives itself names the thing (a secret value, a vulnerable component): any number of findings
 * may be the same thing, and nothing weaker is asked. The general kinds describe a place: each earlier identity is
 * matched as often as it counts, by the strongest kind first, so that two equal findings never become one.
 */
export function matchIdentities(earlier: readonly Identity[], current: readonly Identity[]): (Match | undefined)[] {
  const names = indexNames(earlier);
  const matches = current.map(({ fingerprints }) => matchByName(fingerprints, names));
  const left = earlier.map(({ count, fingerprints }) => (isNamed(fingerprints) ? 0 : (count ?? 1)));
  for (const kind of generalKinds) {
    const places = indexPlaces(earlier, kind);
    for (const [index, { fingerprints }] of current.entries()) {
      if (matches[index] || isNamed(fingerprints)) continue;
      const value = valueOf(fingerprints, kind);
      const found = value === undefined ? undefined : firstFree(places.get(value) ?? [], left);
      if (found === undefined) continue;
      left[found] = (left[found] ?? 0) - 1;
      matches[index] = { earlier: found, kind };
    }
  }
  return matches;
}

/** Whether a scanner can identify the thing itself, wherever it stands. */
export function isNamed(fingerprints: readonly Fingerprint[]): boolean {
  return fingerprints.some(({ kind }) => !isGeneral(kind));
}

function isGeneral(kind: string): boolean {
  return generalKinds.some((general) => general === kind);
}

function valueOf(fingerprints: readonly Fingerprint[], kind: string): string | undefined {
  return fingerprints.find((print) => print.kind === kind)?.value;
}

function indexNames(identities: readonly Identity[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const [index, { fingerprints }] of identities.entries()) {
    for (const { kind, value } of fingerprints) {
      const key = `${kind}:${value}`;
      if (!isGeneral(kind) && !names.has(key)) names.set(key, index);
    }
  }
  return names;
}

function matchByName(fingerprints: readonly Fingerprint[], names: ReadonlyMap<string, number>): Match | undefined {
  for (const { kind, value } of fingerprints) {
    const earlier = names.get(`${kind}:${value}`);
    if (earlier !== undefined) return { earlier, kind };
  }
  return undefined;
}

/** Who is at a place, the first one last in the list. */
function indexPlaces(identities: readonly Identity[], kind: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { fingerprints }] of [...identities.entries()].reverse()) {
    const value = valueOf(fingerprints, kind);
    if (value === undefined) continue;
    const list = places.get(value);
    if (list) list.push(index);
    else places.set(value, [index]);
  }
  return places;
}

/** Whoever is used up is used up for weaker kinds too, so that the list never needs another look at it. */
function firstFree(list: number[], left: readonly number[]): number | undefined {
  for (let last = list.at(-1); last !== undefined; last = list.at(-1)) {
    if ((left[last] ?? 0) > 0) return last;
    list.pop();
  }
  return undefined;
}
