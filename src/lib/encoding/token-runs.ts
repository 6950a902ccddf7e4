import * as wasm from '../wasm/assembler.ts';

/** Shorter runs are left out. */
export const shortestRun = 20;
/** Bytes looked at in one call, a multiple of 16. */
const chunkSize = 1 << 16;
/** At least one block after the last chunk ends its last run. */
const slack = 16;
const outputAt = chunkSize + slack;
/** A run and the byte after it take more than 20 bytes, its two offsets take 8. */
const pages = Math.ceil((outputAt + chunkSize / 2 + 64) / 65_536);

let scan: { readonly memory: ArrayBuffer; readonly run: (...parameters: readonly number[]) => number } | undefined;
let last: { readonly bytes: Uint8Array; readonly runs: readonly number[] } | undefined;

/**
 * Runs of at least 20 letters, digits, `+`, `/`, `-` and `_` (the alphabets of base64, RFC 4648): start and end of each, one
 * after the other. The answer for the latest bytes is remembered.
 */
export function findTokenRuns(bytes: Uint8Array): readonly number[] {
  if (last?.bytes === bytes) return last.runs;
  scan ??= wasm.compileFunction(pages, scanFunction())();
  const text = new Uint8Array(scan.memory, 0, chunkSize + slack);
  const runs: number[] = [];
  let carry = 0;
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const chunk = bytes.subarray(at, at + chunkSize);
    text.set(chunk);
    text.fill(0, chunk.length, chunk.length + slack);
    const isLast = at + chunkSize >= bytes.length;
    const end = scan.run(isLast ? chunk.length + 1 : chunkSize, carry);
    const output = new Int32Array(scan.memory, outputAt, (end - outputAt) / 4);
    for (let index = 0; index + 1 < output.length; index += 2) {
      const runEnd = at + (output[index] ?? 0);
      runs.push(runEnd - (output[index + 1] ?? 0), runEnd);
    }
    carry = output.at(-1) ?? 0;
  }
  last = { bytes, runs };
  return runs;
}

/** Which groups of characters a byte with this low half, or with this high half, may belong to. */
const lowHalves = Array.from({ length: 16 }, (_, low) => {
  const symbols = low === 0xb || low === 0xd || low === 0xf ? 1 : 0;
  const digits = low <= 9 ? 2 : 0;
  const letters = low >= 1 ? 4 : 0;
  const upperEnd = low <= 0xa || low === 0xf ? 8 : 0;
  const lowerEnd = low <= 0xa ? 16 : 0;
  return symbols | digits | letters | upperEnd | lowerEnd;
});
const highHalves = [0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * run(size, carry): 16 bytes at a time; a byte belongs to a run when its two halves have a group in common. `carry` is the
 * length of the run that reaches into the text. Writes pairs of end and length, then the length of the run at the end;
 * gives the end of what it wrote.
 */
function scanFunction(): wasm.WasmFunction {
  const { add, get, int, set } = wasm;
  const [size, carry, at, output, block, mask] = [0, 1, 2, 3, 4, 5];
  const groupsOf = (table: readonly number[], halves: wasm.Code): wasm.Code => wasm.pick(wasm.vector(table), halves);
  const zeros = wasm.vector(Array.from({ length: 16 }, () => 0));
  const lows = wasm.andBytes(get(block), wasm.vector(Array.from({ length: 16 }, () => 0x0f)));
  const highs = wasm.shiftBytesRight(get(block), int(4));
  const members = wasm.differs(wasm.andBytes(groupsOf(lowHalves, lows), groupsOf(highHalves, highs)), zeros);
  return {
    parameters: [wasm.i32, wasm.i32],
    locals: [wasm.i32, wasm.i32, wasm.v128, wasm.i32],
    body: [
      set(output, int(outputAt)),
      wasm.doWhile(
        [
          set(block, wasm.loadVector(get(at))),
          // From here on a bit is 1 for a byte that belongs to no run.
          set(mask, wasm.xor(wasm.bitmask(members), int(0xffff))),
          wasm.when(
            wasm.isZero(get(mask)),
            [set(carry, add(get(carry), int(16)))],
            [
              set(carry, add(get(carry), wasm.trailingZeros(get(mask)))),
              wasm.when(wasm.atLeast(get(carry), int(shortestRun)), [
                wasm.store(get(output), add(get(at), wasm.trailingZeros(get(mask)))),
                wasm.store(add(get(output), int(4)), get(carry)),
                set(output, add(get(output), int(8))),
              ]),
              set(carry, wasm.subtract(wasm.leadingZeros(get(mask)), int(16))),
            ],
          ),
          set(at, add(get(at), int(16))),
        ],
        wasm.lessThan(get(at), get(size)),
      ),
      wasm.store(get(output), get(carry)),
    ],
    result: add(get(output), int(4)),
  };
}
