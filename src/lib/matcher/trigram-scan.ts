import * as wasm from './wasm-assembler.ts';

/** Slots of the trigram table; a slot is a byte, 1 when a trigram of that hash is wanted. */
export const tableSize = 1 << 17;
/** Bytes looked at in one call. */
export const chunkSize = 1 << 16;
/** The scan reads whole words past the end of a chunk. */
const slack = 16;
const textAt = tableSize;
const outputAt = textAt + chunkSize + slack;
const pages = Math.ceil((outputAt + 4 * (chunkSize + slack)) / 65_536);

/** Slot of three bytes given as a little-endian number; ASCII letters of either case share it. */
export function trigramSlot(trigram: number): number {
  return Math.imul(trigram | 0x202020, 0x9e3779b1) >>> 15;
}

export interface TrigramScan {
  /** The table, to be filled by the caller. */
  readonly table: Uint8Array;
  /** Copies at most `chunkSize` bytes in and lists where wanted trigrams start, ascending; valid until the next call. */
  run(chunk: Uint8Array): Uint32Array;
}

interface WasmInstance {
  readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; run(end: number): number };
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => WasmInstance;
}

let compiled: object | undefined;

/** A scan with a table and memory of its own (0.5 MB). */
export function createTrigramScan(): TrigramScan {
  // Node has WebAssembly, its type declarations come only with those of a browser.
  const api = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
  compiled ??= new api.Module(wasm.assembleModule(pages, scanFunction()));
  const { exports } = new api.Instance(compiled);
  const { buffer } = exports.memory;
  const text = new Uint8Array(buffer, textAt, chunkSize + slack);
  return {
    table: new Uint8Array(buffer, 0, tableSize),
    run(chunk) {
      text.set(chunk);
      // A trigram that reaches past the end must not match what an earlier chunk left there.
      text.fill(0, chunk.length, chunk.length + slack);
      const end = exports.run(textAt + chunk.length);
      return new Uint32Array(buffer, outputAt, (end - outputAt) / 4);
    },
  };
}

/** run(end): looks up four positions per 8-byte word; gives the end of the list of hits. */
function scanFunction(): wasm.WasmFunction {
  const [end, at, output, word] = [0, 1, 2, 3];
  const [first, second, third, fourth] = [4, 5, 6, 7];
  const lookup = (shift: number): wasm.Code => {
    const trigram = wasm.and(
      wasm.toInt(wasm.shiftRightLong(wasm.get(word), wasm.long(BigInt(shift)))),
      wasm.int(0xffffff),
    );
    return wasm.loadByte(wasm.shiftRight(wasm.multiply(trigram, wasm.int(0x9e3779b1)), wasm.int(15)));
  };
  // Without a branch: the next hit overwrites the position of a miss.
  const list = (found: number, offset: number): readonly wasm.Code[] => [
    wasm.store(wasm.get(output), wasm.add(wasm.get(at), wasm.int(offset - textAt))),
    wasm.set(output, wasm.add(wasm.get(output), wasm.shiftLeft(wasm.get(found), wasm.int(2)))),
  ];
  const any = wasm.or(wasm.or(wasm.get(first), wasm.get(second)), wasm.or(wasm.get(third), wasm.get(fourth)));
  return {
    parameters: [wasm.i32],
    locals: [wasm.i32, wasm.i32, wasm.i64, wasm.i32, wasm.i32, wasm.i32, wasm.i32],
    body: [
      wasm.set(at, wasm.int(textAt)),
      wasm.set(output, wasm.int(outputAt)),
      wasm.doWhile(
        [
          wasm.set(word, wasm.orLong(wasm.loadLong(wasm.get(at)), wasm.long(0x2020202020202020n))),
          wasm.set(first, lookup(0)),
          wasm.set(second, lookup(8)),
          wasm.set(third, lookup(16)),
          wasm.set(fourth, lookup(24)),
          wasm.when(any, [...list(first, 0), ...list(second, 1), ...list(third, 2), ...list(fourth, 3)]),
          wasm.set(at, wasm.add(wasm.get(at), wasm.int(4))),
        ],
        wasm.lessThan(wasm.get(at), wasm.get(end)),
      ),
    ],
    result: wasm.get(output),
  };
}
