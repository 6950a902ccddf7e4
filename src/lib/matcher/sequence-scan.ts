import * as wasm from '../wasm/assembler.ts';

/** Slots of each of the two tables; a slot is a byte. */
const tableSize = 1 << 17;
/** Bytes looked at in one call. */
export const chunkSize = 1 << 16;
/** The scan reads whole words past the end of a chunk. */
const slack = 16;
const exactAt = tableSize;
const textAt = 2 * tableSize;
const outputAt = textAt + chunkSize + slack;
const pages = Math.ceil((outputAt + 4 * (chunkSize + slack)) / 65_536);

const foldedFactor = 0x9e3779b1;
const threeFactor = 0x85ebca6b;
const fourFactor = 0xc2b2ae35;
/** What a slot says: sequences of three or of four bytes are wanted. */
const three = 1;
const four = 2;

/**
 * Lists the positions where wanted sequences of three or four bytes start. A first table, of hashed triples without
 * regard to case, is asked at every position, a second one, of the exact sequences, only where the first says yes.
 */
export interface SequenceScan {
  /** Adds a sequence of three bytes, or of four. */
  want(sequence: readonly number[]): void;
  /** Copies at most `chunkSize` bytes in and lists where wanted sequences start, ascending, with a few false ones; valid until the next call. */
  run(chunk: Uint8Array): Uint32Array;
}

let compiled: ReturnType<typeof wasm.compileFunction> | undefined;

/** A scan with tables and memory of its own (0.6 MB). */
export function createSequenceScan(): SequenceScan {
  compiled ??= wasm.compileFunction(pages, scanFunction());
  const { memory: buffer, run } = compiled();
  const text = new Uint8Array(buffer, textAt, chunkSize + slack);
  const folded = new Uint8Array(buffer, 0, tableSize);
  const exact = new Uint8Array(buffer, exactAt, tableSize);
  return {
    want([first = 0, second = 0, third = 0, fourth]) {
      const triple = first | (second << 8) | (third << 16);
      const kind = fourth === undefined ? three : four;
      const slot = fourth === undefined ? hash(triple, threeFactor) : hash(triple | (fourth << 24), fourFactor);
      folded[hash(triple | 0x202020, foldedFactor)] = (folded[hash(triple | 0x202020, foldedFactor)] ?? 0) | kind;
      exact[slot] = (exact[slot] ?? 0) | kind;
    },
    run(chunk) {
      text.set(chunk);
      // A sequence that reaches past the end must not match what an earlier chunk left there.
      text.fill(0, chunk.length, chunk.length + slack);
      const end = run(textAt + chunk.length);
      return new Uint32Array(buffer, outputAt, (end - outputAt) / 4);
    },
  };
}

function hash(bytes: number, factor: number): number {
  return Math.imul(bytes, factor) >>> 15;
}

/** run(end): looks up four positions per 8-byte word; gives the end of the list of hits. */
function scanFunction(): wasm.WasmFunction {
  const { add, and, get, int, loadByte, multiply, or, set, shiftRight } = wasm;
  const [end, at, output, word, raw] = [0, 1, 2, 3, 4];
  const found = [5, 6, 7, 8];
  const hashed = (bytes: wasm.Code, factor: number): wasm.Code => shiftRight(multiply(bytes, int(factor)), int(15));
  const triple = (bytes: wasm.Code): wasm.Code => and(bytes, int(0xffffff));
  const foldedAt = (shift: number): wasm.Code =>
    loadByte(hashed(triple(wasm.toInt(wasm.shiftRightLong(get(word), wasm.long(BigInt(shift))))), foldedFactor));
  const exactOf = (bytes: wasm.Code, factor: number): wasm.Code => loadByte(add(hashed(bytes, factor), int(exactAt)));
  // Without a branch: the next hit overwrites the position of a miss.
  const check = (local: number, offset: number): wasm.Code =>
    wasm.when(get(local), [
      set(raw, wasm.loadInt(add(get(at), int(offset)))),
      wasm.store(get(output), add(get(at), int(offset - textAt))),
      set(
        local,
        and(
          get(local),
          or(and(exactOf(triple(get(raw)), threeFactor), int(three)), and(exactOf(get(raw), fourFactor), int(four))),
        ),
      ),
      set(output, add(get(output), wasm.shiftLeft(wasm.isNot(get(local), int(0)), int(2)))),
    ]);
  return {
    parameters: [wasm.i32],
    locals: [wasm.i32, wasm.i32, wasm.i64, wasm.i32, wasm.i32, wasm.i32, wasm.i32, wasm.i32],
    body: [
      set(at, int(textAt)),
      set(output, int(outputAt)),
      wasm.doWhile(
        [
          set(word, wasm.orLong(wasm.loadLong(get(at)), wasm.long(0x2020202020202020n))),
          ...found.map((local, index) => set(local, foldedAt(8 * index))),
          wasm.when(
            found.map(get).reduce((all, one) => or(all, one)),
            found.map((local, index) => check(local, index)),
          ),
          set(at, add(get(at), int(4))),
        ],
        wasm.lessThan(get(at), get(end)),
      ),
    ],
    result: get(output),
  };
}
