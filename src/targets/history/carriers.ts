import type { Copies } from '../../lib/git/objects/delta.ts';
import { ObjectError } from '../../lib/git/objects/object-error.ts';
import type { ByteRange, Location } from '../../model/location.ts';
import type { HistoryIndex } from './history-index.ts';

/** Numbers of the findings whose lines an object holds, by the object's number. */
export type Carriers = ReadonlyMap<number, ReadonlySet<number>>;

interface Hold {
  readonly finding: number;
  readonly range: ByteRange;
}

/**
 * A value is found in one object and not again in those that copied it from there, because only their fresh bytes were
 * looked at. This finds them: the objects made from a hit by deltas whose copies cover the hit's lines.
 * @param places the first location of each finding
 */
export function findCarriers(index: HistoryIndex, places: readonly Location[]): Carriers {
  const holds = new Map<number, Hold[]>();
  places.forEach((place, finding) => {
    const object = place.blob === undefined ? -1 : index.numberOf(place.blob);
    if (object === -1) return;
    const hold = { finding, range: rangeOf(index, object, place) };
    holds.set(object, [...(holds.get(object) ?? []), hold]);
  });
  // A base lies before its deltas unless it is named by id; then another round finds what hangs on it.
  for (let before = -1; before < holds.size;) {
    before = holds.size;
    for (let object = 0; object < index.table.count && holds.size > 0; object++) {
      const held = holds.get(index.table.base(object));
      if (!held) continue;
      const passed = passOn(index, object, held);
      const own = holds.get(object) ?? [];
      const news = passed.filter(({ finding }) => !own.some((hold) => hold.finding === finding));
      if (news.length > 0) holds.set(object, [...own, ...news]);
    }
  }
  return new Map([...holds].map(([object, held]) => [object, new Set(held.map(({ finding }) => finding))]));
}

/** What a delta copied whole from what its base holds. */
function passOn(index: HistoryIndex, object: number, held: readonly Hold[]): Hold[] {
  const { spans } = readCopies(index, object);
  const passed: Hold[] = [];
  for (const { finding, range } of held) {
    for (let at = 0; at < spans.length; at += 3) {
      const source = spans[at + 1] ?? 0;
      const shift = (spans[at] ?? 0) - source;
      if (range.start < source || range.end > source + (spans[at + 2] ?? 0)) continue;
      passed.push({ finding, range: { start: range.start + shift, end: range.end + shift } });
      break;
    }
  }
  return passed;
}

function readCopies(index: HistoryIndex, object: number): Copies {
  const copies: Copies = { spans: [], baseSize: 0 };
  try {
    index.table.read(object, copies);
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    // The object is known as damaged and holds nothing for sure.
    copies.spans.length = 0;
  }
  return copies;
}

/** The lines of a finding; the whole object when it is not about lines of the object itself, but of an archive in it. */
function rangeOf(index: HistoryIndex, object: number, place: Location): ByteRange {
  const { bytes } = index.table.read(object);
  if (place.startLine === undefined || place.uri !== index.path(object)) return { start: 0, end: bytes.length };
  const start = lineStart(bytes, place.startLine);
  return { start, end: lineStart(bytes, (place.endLine ?? place.startLine) + 1) };
}

function lineStart(bytes: Buffer, line: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const end = bytes.indexOf(10, start);
    if (end === -1) return bytes.length;
    start = end + 1;
  }
  return start;
}
