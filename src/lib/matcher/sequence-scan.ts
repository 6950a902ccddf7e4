import * as wasm from '../wasm/assembler.ts';

/** Slots of the table; a slot is a byte. */
const tableSize = 1 << 17;
/** Bytes looked at in one call. */
export const chunkSize = 1 << 16;
/** The scan reads whole words past the end of a chunk. */
const slack = 16;
const textAt = tableSize;
const outputAt = textAt + chunkSize + slack;
const pages = Math.ceil((outputAt + 4 * (chunkSize + slack)) / 65_536);

const factor = 0x9e3779b1;
/** Sequences of four bytes are dealt into so many groups, each a bit for its first three bytes and one for its last three. */
const groups = 3;
const lastHalf = 4;
/** The bit of sequences of three bytes. What follows them does not matter: every slot has the bit of their last half. */
const short = 1 << groups;

/**
 * Lists the positions where wanted sequences of three or four bytes start. One look at a table for the three bytes at
 * each position; a sequence of four is there when this position and the next one have it in the same group.
 */
export interface SequenceScan {
  /** Forgets what was wanted. */
  clear(): void;
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
  const table = new Uint8Array(buffer, 0, tableSize).fill(short << lastHalf);
  const add = (triple: number, bits: number): void => {
    const slot = Math.imul(triple, factor) >>> 15;
    table[slot] = (table[slot] ?? 0) | bits;
  };
  return {
    clear() {
      table.fill(short << lastHalf);
    },
    want([first = 0, second = 0, third = 0, fourth]) {
      const triple = first | (second << 8) | (third << 16);
      if (fourth === undefined) add(triple, short);
      else {
        const group = (first + second + third + fourth) % groups;
        add(triple, 1 << group);
        add(second | (third << 8) | (fourth << 16), 1 << (group + lastHalf));
      }
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

/** Positions decided in one step; each needs the look at the next one. */
const step = 6;

/** run(end): gives the end of the list of hits. */
function scanFunction(): wasm.WasmFunction {
  const { add, and, get, int, or, set, shiftRight } = wasm;
  const [end, at, output, first] = [0, 1, 2, 3];
  const last = first + step;
  const looks = Array.from({ length: step + 1 }, (_, index) => first + index);
  const hits = looks.slice(0, step);
  const lookUp = (index: number): wasm.Code => {
    const triple = and(wasm.loadInt(get(at), index), int(0xffffff));
    return wasm.loadByte(shiftRight(wasm.multiply(triple, int(factor)), int(15)));
  };
  // Without a branch: the next hit overwrites the position of a miss.
  const list = (local: number, index: number): readonly wasm.Code[] => [
    wasm.store(get(output), add(get(at), int(index - textAt))),
    set(output, add(get(output), wasm.shiftLeft(wasm.isNot(get(local), int(0)), int(2)))),
  ];
  return {
    parameters: [wasm.i32],
    locals: [wasm.i32, wasm.i32, ...looks.map(() => wasm.i32)],
    body: [
      set(at, int(textAt)),
      set(output, int(outputAt)),
      set(last, lookUp(0)),
      wasm.doWhile(
        [
          set(first, get(last)),
          ...looks.slice(1).map((local, index) => set(local, lookUp(index + 1))),
          ...hits.map((local) => set(local, and(get(local), shiftRight(get(local + 1), int(lastHalf))))),
          wasm.when(
            hits.map(get).reduce((all, one) => or(all, one)),
            hits.flatMap((local, index) => list(local, index)),
          ),
          set(at, add(get(at), int(step))),
        ],
        wasm.lessThan(get(at), get(end)),
      ),
    ],
    result: get(output),
  };
}
