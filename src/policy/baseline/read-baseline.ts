import type { Fingerprint } from '../../model/finding.ts';
import { InputError } from '../../model/input-error.ts';
import { type Baseline, type BaselineEntry, baselineStatuses, entryKey } from './baseline.ts';
import { formatLine } from './write-baseline.ts';

/** Marks of git-merge-file(1). */
const conflict = /^(<{7}|={7}|>{7}|\|{7})/;
const conflictLeft = 'a merge conflict is left; keep the lines of both sides';

/**
 * Reads the text of a baseline file. Lines may be in any order and be there twice, as after a union merge: of equal
 * identities the larger count holds, and a line that somebody has decided upon wins over one that is open.
 * @param name what to call the file in messages
 * @throws InputError `invalid-baseline`, with all mistakes and their lines
 */
export function readBaseline(text: string, name: string): Baseline {
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trim() !== formatLine) {
    if (conflict.test(lines[0] ?? '')) throw new InputError('invalid-baseline', `${name}:1: ${conflictLeft}`);
    throw new InputError(
      'invalid-baseline',
      `${name}:1: the first line must be "${formatLine}"`,
      'portcullis baseline create writes one',
    );
  }
  const problems: string[] = [];
  const entries = new Map<string, BaselineEntry>();
  const salts = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const salt = /^# salt (\S+)\s*$/.exec(line)?.[1];
    if (salt !== undefined) salts.add(salt);
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = readEntry(line);
    if (typeof entry === 'string') problems.push(`${name}:${index + 1}: ${entry}`);
    else keep(entry, entries);
  }
  const [salt] = salts;
  if (salt === undefined) problems.push(`${name}:2: the line "# salt …" is missing`);
  if (salts.size > 1)
    problems.push(`${name}: there are ${salts.size} lines "# salt …"; hashes of one can not be compared with another`);
  if (salt === undefined || problems.length > 0) {
    throw new InputError(
      'invalid-baseline',
      problems.slice(0, 20).join('\n'),
      'the format is described in docs/policy.md',
    );
  }
  return { salt, entries: [...entries.values()] };
}

function readEntry(line: string): BaselineEntry | string {
  if (conflict.test(line)) return conflictLeft;
  const [identity = '', rule, status = 'open', owner = '-', ...rest] = line
    .split(/\t| {2,}/)
    .map((column) => column.trim());
  const counted = /^(.*?)(?:\*([1-9]\d{0,5}))?$/.exec(identity);
  const fingerprints = (counted?.[1] ?? '').split(',').map(readFingerprint);
  if (!fingerprints.every((print) => print !== undefined))
    return `"${identity.slice(0, 60)}" is not a list of fingerprints kind:value`;
  const ruleId = decodeWord(rule ?? '');
  if (ruleId === undefined || ruleId === '') return 'the rule is missing';
  const known = baselineStatuses.find((word) => word === status);
  if (known === undefined) return `"${status}" is not a status; expected ${baselineStatuses.join(' or ')}`;
  const reason = rest.join('  ');
  if (known === 'false-positive' && (owner === '-' || reason === ''))
    return 'a false positive needs an owner and a reason';
  return {
    fingerprints,
    rule: ruleId,
    count: Number(counted?.[2] ?? '1'),
    status: known,
    ...(owner !== '-' && owner !== '' && { owner }),
    ...(reason !== '' && { reason }),
  };
}

function readFingerprint(text: string): Fingerprint | undefined {
  const match = /^([a-z][a-z0-9.-]*\/v\d+):(\S+)$/.exec(text);
  const value = decodeWord(match?.[2] ?? '');
  return match?.[1] === undefined || value === undefined ? undefined : { kind: match[1], value };
}

/** Undefined when the percent signs do not fit. */
function decodeWord(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function keep(entry: BaselineEntry, entries: Map<string, BaselineEntry>): void {
  const key = entryKey(entry);
  const twin = entries.get(key);
  const decided = twin && (twin.status !== 'open' || twin.owner !== undefined) ? twin : entry;
  entries.set(key, { ...decided, count: Math.max(entry.count, twin?.count ?? 1) });
}
