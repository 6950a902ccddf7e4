import { inflateSync } from 'node:zlib';

/** How many objects a pack has (git documentation, gitformat-pack); undefined when it is none. */
export function objectCount(pack: Uint8Array): number | undefined {
  if (pack.length < 12 || Buffer.from(pack.subarray(0, 4)).toString('latin1') !== 'PACK') return undefined;
  return Buffer.from(pack.subarray(8, 12)).readUInt32BE();
}

const mostText = 1_000_000;
const commitType = 1;

/** The text of the first object of a pack, if it is a commit; undefined when it is cut short or damaged. */
export function firstCommit(pack: Uint8Array): string | undefined {
  if ((objectCount(pack) ?? 0) === 0) return undefined;
  const type = ((pack[12] ?? 0) >> 4) & 7;
  let at = 12;
  while (((pack[at] ?? 0) & 0x80) !== 0) at++;
  if (type !== commitType) return undefined;
  try {
    return inflateSync(pack.subarray(at + 1), { maxOutputLength: mostText }).toString('utf8');
  } catch {
    // Cut short, damaged or larger than any commit.
    return undefined;
  }
}

/** When a commit was made, as it says itself. */
export function commitTime(text: string): Date | undefined {
  const seconds = /^committer [^\n]*> (\d{1,12}) [+-]\d{4}$/m.exec(text.slice(0, 20_000))?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}
