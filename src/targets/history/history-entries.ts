import type { Absence, Damage } from '../../lib/git/history/object-table.ts';
import { parseTag } from '../../lib/git/history/tag.ts';
import { ObjectError } from '../../lib/git/objects/object-error.ts';
import type { Unknown } from '../../model/finding.ts';
import type { Entry } from '../../model/target.ts';
import { type Batch, unknownAt } from '../listing.ts';
import { formatRef } from '../objects/object-ref.ts';
import type { HistoryIndex } from './history-index.ts';

const batchLimit = { entries: 512, bytes: 8_000_000 };
const mostUnknowns = 200;

/** All texts of a history: messages first, then blobs in the order in which they are best read. */
export function* listHistory(index: HistoryIndex): Generator<Batch> {
  let entries: Entry[] = [];
  let bytes = 0;
  for (const type of ['commit', 'tag', 'blob'] as const) {
    for (let object = 0; object < index.table.count; object++) {
      if (index.table.type(object) !== type || !index.counts(object)) continue;
      const isWhole = index.table.base(object) === -1;
      // A family of deltas is read best in one go, so that a batch ends before a family where it can.
      const isFull = entries.length >= batchLimit.entries || bytes >= batchLimit.bytes;
      if (isFull && (isWhole || entries.length >= 2 * batchLimit.entries)) {
        yield { entries, unknowns: [] };
        entries = [];
        bytes = 0;
      }
      entries.push(toEntry(index, object, uriOf(index, object, type)));
      bytes += index.table.size(object);
    }
  }
  if (entries.length > 0) yield { entries, unknowns: [] };
}

/** What should be in the history and can not be had. */
export function missingFrom(index: HistoryIndex, cutOff: boolean, promisor: boolean): Unknown[] {
  const unknowns: Unknown[] = [];
  if (cutOff) {
    unknowns.push({
      scanner: 'target',
      reason: 'not-fetched',
      message: 'the history is cut off: this is a shallow clone',
    });
  }
  for (const { id, ref } of index.missingTips) {
    unknowns.push({
      scanner: 'target',
      reason: 'corrupt',
      message: `${ref ?? 'a reflog'} names ${id}, which is not stored`,
    });
  }
  unknowns.push(
    ...index.damages.filter(({ object }) => matters(index, object)).map((damage) => damaged(index, damage)),
  );
  const absences = [...(cutOff ? [] : index.graph.absences), ...index.trees.absences];
  const reason = promisor ? 'not-fetched' : 'corrupt';
  unknowns.push(
    ...absences.filter(({ holder }) => index.counts(holder)).map((absence) => absent(index, absence, reason)),
  );
  if (unknowns.length <= mostUnknowns) return unknowns;
  const message = `and ${unknowns.length - mostUnknowns} more objects`;
  return [...unknowns.slice(0, mostUnknowns), { scanner: 'target', reason, message }];
}

function matters(index: HistoryIndex, object: number | undefined): boolean {
  return object === undefined || index.counts(object);
}

function damaged(index: HistoryIndex, { object, message }: Damage): Unknown {
  if (object === undefined) return { scanner: 'target', reason: 'corrupt', message };
  const uri = index.path(object);
  const id = index.table.id(object);
  const text = message.includes(id) ? message : `object ${id}: ${message}`;
  return uri === undefined ? { scanner: 'target', reason: 'corrupt', message: text } : unknownAt(uri, 'corrupt', text);
}

function absent(index: HistoryIndex, { holder, id, name }: Absence, reason: string): Unknown {
  const directory = index.path(holder);
  const uri = directory === undefined ? name : `${directory}/${name}`;
  const message = `object ${id} is not stored here`;
  return uri === '' ? { scanner: 'target', reason, message } : unknownAt(uri, reason, message);
}

function toEntry(index: HistoryIndex, object: number, uri: string): Entry {
  const { table } = index;
  const base = table.base(object);
  const followsBase =
    base !== -1 && table.type(object) === 'blob' && index.counts(base) && index.sharePath(object, base);
  const id = table.id(object);
  return {
    uri,
    size: base === -1 ? table.size(object) : -1,
    // Of a delta only what its base does not have is looked at.
    version: followsBase ? `object ${id} ${table.id(base)}` : `object ${id}`,
    ref: formatRef({
      id,
      place: table.place(object),
      followsBase,
      hasDeltas: table.hasDeltas(object),
    }),
  };
}

function uriOf(index: HistoryIndex, object: number, type: 'commit' | 'tag' | 'blob'): string {
  if (type === 'blob') return index.path(object) ?? `blob:${index.table.id(object)}`;
  return type === 'commit' ? `commit:${index.table.id(object)}` : `tag:${tagName(index, object)}`;
}

function tagName(index: HistoryIndex, object: number): string {
  try {
    return parseTag(index.table.read(object).bytes).name;
  } catch (error) {
    if (error instanceof ObjectError) return index.table.id(object);
    throw error;
  }
}
