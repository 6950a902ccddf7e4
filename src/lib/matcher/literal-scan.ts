import * as wasm from '../wasm/assembler.ts';
import { factor, lastHalf, markBits, short, type LiteralParts } from './literal-parts.ts';
import { lowerCase } from './lower-case.ts';
import type { Literal } from './pattern.ts';

/** Slots of the table of sequences; a slot is a byte. */
const tableSize = 1 << 17;
/** Bytes that fit in at once. */
export const textSize = 1 << 16;
/** The scan reads whole words past the end of the text. */
const slack = 16;
const textAt = tableSize;
/** Positions that are to be looked at closely, then the literals found there. */
const positionsAt = textAt + textSize + slack;
const positionsEnd = positionsAt + 4 * (textSize + slack);
/** Where the last run stopped, for the next one to go on. */
const cursorAt = positionsEnd;
const stopAt = cursorAt + 4;
/** Bytes as they compare, with case and without. */
const exactAt = stopAt + 4;
const caselessAt = exactAt + 256;
/** By hash of three bytes without case, the address of the first literal with such a part, 0 for none. */
const headCount = 1 << 14;
const headsAt = caselessAt + 256;
const foundAt = headsAt + 4 * headCount;
/** After so many bytes of findings the run is interrupted. */
const foundSize = 1 << 16;

/** What is kept of a literal, as addresses of 32-bit numbers after its own. */
const field = { next: 0, part: 4, mask: 8, offset: 12, length: 16, text: 20, fold: 24 } as const;
const recordSize = 28;

/**
 * Finds literals by a part of each, four bytes or all of three: one look at a table for the three bytes at each position
 * tells where a part may stand, a sequence of four where this position and the next one have it in the same group; there
 * the literals are compared in full.
 */
export class LiteralScan {
  private readonly execute: (...parameters: readonly number[]) => number;
  private readonly literals: readonly Literal[];
  private readonly recordsAt: number;
  private readonly table: Uint8Array;
  private readonly text: Uint8Array;
  private readonly words: Int32Array;
  /** All texts, one after the other. */
  private readonly pool: Buffer;

  constructor(literals: readonly Literal[]) {
    this.literals = literals;
    // One position may find every literal.
    this.recordsAt = foundAt + foundSize + 8 * literals.length;
    this.pool = Buffer.from(literals.map(({ text }) => text).join(''), 'latin1');
    let at = this.recordsAt + recordSize * literals.length;
    const pages = Math.ceil((at + this.pool.length + slack) / 65_536);
    const { memory, run } = wasm.compileFunction(pages, scanFunction())();
    this.execute = run;
    this.table = new Uint8Array(memory, 0, tableSize);
    this.text = new Uint8Array(memory, textAt, textSize);
    this.words = new Int32Array(memory, 0, memory.byteLength / 4);
    const bytes = new Uint8Array(memory);
    bytes.set(lowerCase, caselessAt);
    for (let byte = 0; byte < 256; byte++) bytes[exactAt + byte] = byte;
    bytes.set(this.pool, at);
    for (let index = 0; index < literals.length; index++) {
      const { text, caseless } = literals[index] ?? { text: '', caseless: false };
      this.write(index, field.length, text.length);
      this.write(index, field.text, at);
      this.write(index, field.fold, caseless ? caselessAt : exactAt);
      at += text.length;
    }
  }

  /** Decides anew by which part each literal is found. */
  choose({ offsets, marks }: LiteralParts): void {
    this.table.fill(short << lastHalf);
    this.words.fill(0, headsAt / 4, headsAt / 4 + headCount);
    for (const mark of marks) {
      const slot = mark >>> markBits;
      this.table[slot] = (this.table[slot] ?? 0) | (mark & ((1 << markBits) - 1));
    }
    let start = 0;
    for (let index = 0; index < this.literals.length; index++) {
      const offset = offsets[index] ?? 0;
      const length = this.literals[index]?.text.length ?? 0;
      const folded = foldedAt(this.pool, start + offset);
      const mask = length === 3 ? 0xffffff : -1;
      const head = headsAt / 4 + (Math.imul(folded & 0xffffff, factor) >>> 18);
      this.write(index, field.offset, offset);
      this.write(index, field.mask, mask);
      this.write(index, field.part, folded & mask);
      this.write(index, field.next, this.words[head] ?? 0);
      this.words[head] = this.recordsAt + recordSize * index;
      start += length;
    }
  }

  /**
   * Reports the literals inside `text`, of at most `textSize` bytes, whose part starts in [first, last): the literal's
   * index and where it starts.
   */
  run(text: Uint8Array, first: number, last: number, report: (literal: number, start: number) => void): void {
    this.text.set(text);
    const { words, recordsAt } = this;
    for (let resumed = 0; ; resumed = 1) {
      const end = this.execute(textAt + first, textAt + last, textAt, textAt + text.length, resumed);
      for (let at = foundAt / 4; at < end / 4; at += 2) {
        report(((words[at] ?? 0) - recordsAt) / recordSize, (words[at + 1] ?? 0) - textAt);
      }
      if ((words[cursorAt / 4] ?? 0) >= (words[stopAt / 4] ?? 0)) return;
    }
  }

  private write(index: number, which: number, value: number): void {
    this.words[(this.recordsAt + recordSize * index + which) / 4] = value;
  }
}

/** Four bytes as a number; ASCII letters of either case are the same. */
function foldedAt(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const high = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
  return low | (high << 16) | 0x20202020;
}

/** Positions decided in one step; each needs the look at the next one. */
const step = 6;

/** run(first, last, low, high, resumed): gives the end of the list of what was found; literals lie inside [low, high). */
function scanFunction(): wasm.WasmFunction {
  const { get, int, set } = wasm;
  const [first, last, low, high, resumed, cursor, stop, found] = [0, 1, 2, 3, 4, 5, 6, 7];
  const scratch = 8;
  return {
    parameters: [wasm.i32, wasm.i32, wasm.i32, wasm.i32, wasm.i32],
    locals: Array.from({ length: 3 + step + 2 }, () => wasm.i32),
    body: [
      wasm.when(
        wasm.isZero(get(resumed)),
        [...listPositions(first, last, stop, scratch), set(cursor, int(positionsAt))],
        [set(cursor, wasm.loadInt(int(cursorAt))), set(stop, wasm.loadInt(int(stopAt)))],
      ),
      set(found, int(foundAt)),
      wasm.when(wasm.lessThan(get(cursor), get(stop)), [
        wasm.doWhile(
          [
            ...compareLiterals({ position: wasm.loadInt(get(cursor)), low, high, found, scratch }),
            set(cursor, wasm.add(get(cursor), int(4))),
          ],
          wasm.and(wasm.lessThan(get(cursor), get(stop)), wasm.lessThan(get(found), int(foundAt + foundSize))),
        ),
      ]),
      wasm.store(int(cursorAt), get(cursor)),
      wasm.store(int(stopAt), get(stop)),
    ],
    result: get(found),
  };
}

/** Lists the positions from `at` on that the table does not rule out; `output` becomes the end of the list. */
function listPositions(at: number, last: number, output: number, scratch: number): readonly wasm.Code[] {
  const { add, and, get, int, or, set, shiftRight } = wasm;
  const looks = Array.from({ length: step + 1 }, (_, index) => scratch + index);
  const hits = looks.slice(0, step);
  const lookUp = (index: number): wasm.Code => {
    const triple = and(wasm.loadInt(get(at), index), int(0xffffff));
    return wasm.loadByte(shiftRight(wasm.multiply(triple, int(factor)), int(15)));
  };
  // Without a branch: the next hit overwrites the position of a miss.
  const list = (local: number, index: number): readonly wasm.Code[] => [
    wasm.store(get(output), add(get(at), int(index))),
    set(output, add(get(output), wasm.shiftLeft(wasm.isNot(get(local), int(0)), int(2)))),
  ];
  return [
    set(output, int(positionsAt)),
    set(scratch + step, lookUp(0)),
    wasm.doWhile(
      [
        set(scratch, get(scratch + step)),
        ...looks.slice(1).map((local, index) => set(local, lookUp(index + 1))),
        ...hits.map((local) => set(local, and(get(local), shiftRight(get(local + 1), int(lastHalf))))),
        wasm.when(
          hits.map(get).reduce((all, one) => or(all, one)),
          hits.flatMap((local, index) => list(local, index)),
        ),
        set(at, add(get(at), int(step))),
      ],
      wasm.lessThan(get(at), get(last)),
    ),
    // The last step may have gone past the end.
    wasm.when(wasm.lessThan(int(positionsAt), get(output)), [
      wasm.doWhile(
        [set(output, wasm.subtract(get(output), int(4)))],
        wasm.and(wasm.atLeast(wasm.loadInt(get(output)), get(last)), wasm.lessThan(int(positionsAt), get(output))),
      ),
      wasm.when(wasm.lessThan(wasm.loadInt(get(output)), get(last)), [set(output, add(get(output), int(4)))]),
    ]),
  ];
}

interface Comparison {
  readonly position: wasm.Code;
  readonly low: number;
  readonly high: number;
  readonly found: number;
  readonly scratch: number;
}

/** Compares the literals whose part may stand at a position, and lists those that are there. */
function compareLiterals({ position, low, high, found, scratch }: Comparison): readonly wasm.Code[] {
  const { add, and, get, int, isZero, loadByte, loadInt, set, when, xor } = wasm;
  const [at, folded, record, from, length, index, same] = Array.from({ length: 7 }, (_, one) => scratch + one) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fieldOf = (which: number): wasm.Code => loadInt(get(record), which);
  const slot = wasm.shiftRight(wasm.multiply(and(get(folded), int(0xffffff)), int(factor)), int(18));
  const here = loadByte(add(fieldOf(field.fold), loadByte(add(get(from), get(index)))));
  const wanted = loadByte(add(fieldOf(field.text), get(index)));
  const compare = [
    set(index, int(0)),
    wasm.doWhile(
      [set(same, isZero(xor(here, wanted))), set(index, add(get(index), int(1)))],
      and(get(same), wasm.lessThan(get(index), get(length))),
    ),
    when(get(same), [
      wasm.store(get(found), get(record)),
      wasm.store(add(get(found), int(4)), get(from)),
      set(found, add(get(found), int(8))),
    ]),
  ];
  const isInside = and(wasm.atLeast(get(from), get(low)), wasm.atLeast(get(high), add(get(from), get(length))));
  return [
    set(at, position),
    set(folded, wasm.or(loadInt(get(at)), int(0x20202020))),
    set(record, loadInt(add(int(headsAt), wasm.shiftLeft(slot, int(2))))),
    when(get(record), [
      wasm.doWhile(
        [
          when(isZero(xor(and(get(folded), fieldOf(field.mask)), fieldOf(field.part))), [
            set(from, wasm.subtract(get(at), fieldOf(field.offset))),
            set(length, fieldOf(field.length)),
            when(isInside, compare),
          ]),
          set(record, fieldOf(field.next)),
        ],
        get(record),
      ),
    ]),
  ];
}
