/** A name that is meant to stand for one content for ever: `v1.2.3`, `20.11.1-alpine`, a date. */
export function isExactVersion(ref: string): boolean {
  return /(?:^|[^\d.])\d+\.\d+\.\d+|(?:^|\D)20\d{6}(?:\D|$)/.test(ref);
}

interface Version {
  readonly tag: string;
  readonly numbers: readonly number[];
}

/**
 * The release that a component's version means (GitLab documentation, "CI/CD components", component versions): `~latest`
 * the highest, `1` and `1.2` the highest of the series; what is tried out (`1.2.3-rc1`) is never meant.
 */
export function highestVersion(tags: readonly string[], wanted: string): string | undefined {
  const prefix = wanted === '~latest' ? [] : wanted.replace(/^v/, '').split('.').map(Number);
  const versions = tags.flatMap((tag): readonly Version[] => {
    const numbers = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(tag)?.slice(1).map(Number);
    return numbers && prefix.every((number, index) => number === numbers[index]) ? [{ tag, numbers }] : [];
  });
  return versions.sort(byNumbers).at(-1)?.tag;
}

function byNumbers(a: Version, b: Version): number {
  const at = a.numbers.findIndex((number, index) => number !== b.numbers[index]);
  return at === -1 ? 0 : (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
}
