/**
 * Just enough of the WebAssembly binary format (WebAssembly Core Specification 1.0, chapter 5) to write one function
 * as nested expressions. An instruction is its bytes, operands first.
 */
export type Code = readonly number[];

export const i32 = 0x7f;
export const v128 = 0x7b;

const call = (opcode: number, ...operands: readonly Code[]): Code => [...operands.flat(), opcode];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const int = (value: number): Code => [0x41, ...signed(value | 0)];

/** 16 bytes. */
export const vector = (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes];

export const leadingZeros = (value: Code): Code => call(0x67, value);
export const trailingZeros = (value: Code): Code => call(0x68, value);
export const add = (a: Code, b: Code): Code => call(0x6a, a, b);
export const subtract = (a: Code, b: Code): Code => call(0x6b, a, b);
export const multiply = (a: Code, b: Code): Code => call(0x6c, a, b);
export const and = (a: Code, b: Code): Code => call(0x71, a, b);
export const or = (a: Code, b: Code): Code => call(0x72, a, b);
export const xor = (a: Code, b: Code): Code => call(0x73, a, b);
export const shiftLeft = (a: Code, b: Code): Code => call(0x74, a, b);
export const shiftRight = (a: Code, b: Code): Code => call(0x76, a, b);
export const isNot = (a: Code, b: Code): Code => call(0x47, a, b);
export const isZero = (value: Code): Code => call(0x45, value);
export const lessThan = (a: Code, b: Code): Code => call(0x49, a, b);
export const atLeast = (a: Code, b: Code): Code => call(0x4f, a, b);

/** On each of 16 bytes; `pick` takes the bytes of `table` at the indices. */
const vectorCall = (opcode: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0xfd,
  ...unsigned(opcode),
];
export const pick = (table: Code, indices: Code): Code => vectorCall(0x0e, table, indices);
export const differs = (a: Code, b: Code): Code => vectorCall(0x24, a, b);
export const andBytes = (a: Code, b: Code): Code => vectorCall(0x4e, a, b);
export const shiftBytesRight = (a: Code, b: Code): Code => vectorCall(0x6d, a, b);
/** One bit for each byte: its highest. */
export const bitmask = (value: Code): Code => vectorCall(0x64, value);

/** Loads and stores say that they are not aligned; `offset` is added to the address. */
export const loadByte = (address: Code): Code => [...address, 0x2d, 0, 0];
export const loadInt = (address: Code, offset = 0): Code => [...address, 0x28, 0, ...unsigned(offset)];
export const loadVector = (address: Code): Code => [...address, 0xfd, 0, 0, 0];
export const store = (address: Code, value: Code): Code => [...address, ...value, 0x36, 0, 0];

/** Repeats the body while the condition, evaluated after it, is not 0. */
export const doWhile = (body: readonly Code[], condition: Code): Code => [
  0x03,
  0x40,
  ...body.flat(),
  ...condition,
  0x0d,
  0x00,
  0x0b,
];
export const when = (condition: Code, body: readonly Code[], otherwise: readonly Code[] = []): Code => [
  ...condition,
  0x04,
  0x40,
  ...body.flat(),
  ...(otherwise.length > 0 ? [0x05, ...otherwise.flat()] : []),
  0x0b,
];

export interface WasmFunction {
  readonly parameters: readonly number[];
  readonly locals: readonly number[];
  readonly body: readonly Code[];
  /** What the function gives back, an i32. */
  readonly result: Code;
}

/** `\0asm`, version 1. */
const header: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module that exports its memory as `memory` and one function as `run`. */
function assembleModule(pages: number, run: WasmFunction): Uint8Array<ArrayBuffer> {
  const locals = list(run.locals.map((type) => [1, type]));
  const body = [...locals, ...run.body.flat(), ...run.result, 0x0b];
  return Uint8Array.from([
    ...header,
    ...section(1, [[0x60, ...list(run.parameters.map((type) => [type])), ...list([[i32]])]]),
    ...section(3, [[0]]),
    ...section(5, [[1, ...unsigned(pages), ...unsigned(pages)]]),
    ...section(7, [
      [...text('memory'), 2, 0],
      [...text('run'), 0, 0],
    ]),
    ...section(10, [[...unsigned(body.length), ...body]]),
  ]);
}

function section(id: number, items: readonly Code[]): Code {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): Code {
  return [...unsigned(value.length), ...Buffer.from(value)];
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}

interface Instance {
  readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; run(...parameters: number[]): number };
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => Instance;
}

/** Compiles the module; each call of what is returned gives a function with a memory of its own. */
export function compileFunction(
  pages: number,
  run: WasmFunction,
): () => { readonly memory: ArrayBuffer; readonly run: (...parameters: readonly number[]) => number } {
  // Node has WebAssembly, its type declarations come only with those of a browser.
  const api = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
  const compiled = new api.Module(assembleModule(pages, run));
  return () => {
    const { exports } = new api.Instance(compiled);
    return { memory: exports.memory.buffer, run: (...parameters) => exports.run(...parameters) };
  };
}
