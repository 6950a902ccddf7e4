import { join } from 'node:path';
import { flatten } from '../../lib/terminal/sanitize.ts';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { millis } from '../../policy/quantities.ts';
import { placeOf } from '../../scanners/pipeline/gitlab/print-expanded.ts';
import { checkLock } from '../../scanners/pipeline/lock/check-lock.ts';
import { lockFile, readLock, type CiLock } from '../../scanners/pipeline/lock/ci-lock.ts';
import type { LockChange } from '../../scanners/pipeline/lock/lock-change.ts';
import type { LockEntry } from '../../scanners/pipeline/lock/lock-entry.ts';
import { findReferences } from '../../scanners/pipeline/lock/references.ts';
import { OnlineResolver } from '../../scanners/pipeline/lock/resolve/online-resolver.ts';
import { updateLock, type UpdatedLock, type UpdateOptions } from '../../scanners/pipeline/lock/update-lock.ts';
import { writeLock } from '../../scanners/pipeline/lock/write-lock.ts';
import type { Invocation, Terminal } from '../command.ts';
import { printLines } from '../print-lines.ts';
import { cacheDirectory } from './cache-directory.ts';
import { loadPipelines, type LoadedPipelines } from './load-pipelines.ts';
import { fillCache, writeCopies } from './lock-copies.ts';
import { lockServers } from './lock-servers.ts';

/** `portcullis pipeline lock [DIRECTORY]`. */
export async function lockPipelines(
  root: string,
  invocation: Invocation,
  terminal: Terminal,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<number> {
  checkUsage(invocation);
  const cache = cacheDirectory(invocation, terminal);
  const loaded = await loadPipelines({ kind: 'directory', root }, terminal, cache);
  const lock = readLock(loaded.files);
  if (lock === 'broken')
    throw new InputError('lock', `${lockFile} is not understood`, 'take it back from version control, or delete it');
  if (invocation.flag('check')) return checkOnly(loaded, lock, invocation, terminal);
  const updated = await updateLock(loaded.files, lock, optionsOf(invocation, terminal, fetch));
  const entries = updated.entries.map((entry) => withoutUnkept(entry, invocation.flag('vendor'), lock));
  writeCopies(root, updated.copies, lock?.entries ?? [], entries);
  writeWhole(join(root, lockFile), [writeLock(entries)]);
  if (cache !== undefined) fillCache(cache, updated.copies);
  printLines(
    invocation.flag('json') ? [JSON.stringify(report(updated, entries), null, 2)] : lines(updated, entries),
    terminal,
  );
  return exitCode(updated.changes);
}

/** What only makes sense when somebody is asked. */
function checkUsage(invocation: Invocation): void {
  if (invocation.flag('online')) {
    if (invocation.flag('check')) throw new InputError('usage', '--check asks nobody', 'leave --online out');
    return;
  }
  const flag = ['vendor', 'update', 'accept-moved'].find((name) => invocation.flag(name));
  const age = invocation.value('min-age') === undefined ? undefined : 'min-age';
  const option = flag ?? age ?? (invocation.values('mirror').length > 0 ? 'mirror' : undefined);
  if (option !== undefined)
    throw new InputError('usage', `--${option} needs --online`, 'portcullis pipeline lock --online');
}

function optionsOf(invocation: Invocation, terminal: Terminal, fetch: typeof globalThis.fetch): UpdateOptions {
  const age = invocation.value('min-age') ?? '0s';
  if (!/^\d{1,6}(?:\.\d{1,3})?[smhd]$/.test(age)) {
    throw new InputError('usage', `--min-age ${age}: that is no age`, 'for example 12h or 7d');
  }
  const policy = {
    now: terminal.now(),
    minAge: millis(age),
    update: invocation.flag('update'),
    acceptMoved: invocation.flag('accept-moved'),
  };
  if (!invocation.flag('online')) return policy;
  const resolver = new OnlineResolver(lockServers(invocation, terminal, fetch));
  return { ...policy, resolve: async (reference, old) => await resolver.resolve(reference, old) };
}

/** A copy stays where it was kept before, or where copies are asked for. */
function withoutUnkept(entry: LockEntry, vendor: boolean, lock: CiLock | undefined): LockEntry {
  const { content, ...rest } = entry;
  return vendor || lock?.find(entry)?.content === content ? entry : rest;
}

function checkOnly(
  { pipelines, files }: LoadedPipelines,
  lock: CiLock | undefined,
  invocation: Invocation,
  terminal: Terminal,
): number {
  if (!lock) throw new InputError('lock', `there is no ${lockFile}`, 'portcullis pipeline lock --online writes it');
  const { known } = findReferences(pipelines, files);
  const found = [...checkLock(known, lock, files)];
  const asJson = invocation.flag('json');
  printLines(
    asJson
      ? [
          JSON.stringify(
            found.map(({ kind, message, at }) => ({ kind, message, at: placeOf(at) })),
            null,
            2,
          ),
        ]
      : found.length === 0
        ? [`${lockFile} knows everything that the pipelines take from elsewhere`]
        : found.map(({ message, at }) => flatten(`${placeOf(at)}: ${message}`)),
    terminal,
  );
  return found.length === 0 ? 0 : 1;
}

/** What nobody needs to look at is counted, not listed. */
function* lines({ changes, open }: UpdatedLock, entries: readonly LockEntry[]): Generator<string> {
  for (const { kind, name, detail } of changes) {
    if (kind !== 'same')
      yield flatten(`${(kind === 'moved' || kind === 'foreign' ? 'CRITICAL ' : '') + kind} ${name}: ${detail}`);
  }
  for (const { text, at } of open) yield flatten(`open ${text} (${placeOf(at)}): known only when the pipeline runs`);
  yield `${lockFile}: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
}

function report({ changes, open }: UpdatedLock, entries: readonly LockEntry[]): unknown {
  return { entries: entries.length, changes, open: open.map(({ text, at }) => ({ text, at: placeOf(at) })) };
}

const verdicts: Readonly<Record<LockChange['kind'], 0 | 1 | 2>> = {
  same: 0,
  added: 0,
  updated: 0,
  newer: 0,
  young: 0,
  moved: 1,
  foreign: 1,
  refused: 1,
  unresolved: 2,
};

/** 1: somebody has to look at something; 2: not everything could be looked up. */
function exitCode(changes: readonly LockChange[]): number {
  const codes = new Set(changes.map(({ kind }) => verdicts[kind]));
  return codes.has(1) ? 1 : codes.has(2) ? 2 : 0;
}
