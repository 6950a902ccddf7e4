import type { CodeRange, GlobNode } from './glob-syntax.ts';

/** One step of the automaton; the next step is the following one unless said otherwise. */
type Instruction =
  | { readonly op: 'character'; readonly code: number }
  /** Any character but a slash. */
  | { readonly op: 'one' }
  /** Any character. */
  | { readonly op: 'any' }
  | { readonly op: 'set'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  /** Goes on at all of these without reading. */
  | { readonly op: 'fork'; readonly to: readonly number[] }
  | { readonly op: 'accept' };

export type Program = readonly Instruction[];

const slash = 47;

/** Thompson's construction: as many steps as the pattern has parts, whatever it nests. */
export function assemble(nodes: readonly GlobNode[]): Program {
  const program: Instruction[] = [];
  for (const node of nodes) emit(node, program);
  program.push({ op: 'accept' });
  return program;
}

function emit(node: GlobNode, program: Instruction[]): void {
  switch (node.kind) {
    case 'character':
      program.push({ op: 'character', code: node.code });
      return;
    case 'one':
      program.push({ op: 'one' });
      return;
    case 'set':
      program.push({ op: 'set', negated: node.negated, ranges: node.ranges });
      return;
    case 'many':
      emitLoop({ op: 'one' }, program);
      return;
    case 'rest':
      program.push({ op: 'any' });
      emitLoop({ op: 'any' }, program);
      return;
    case 'segments': {
      // (any* "/")?
      const start = program.length;
      program.push({ op: 'fork', to: [start + 1, start + 5] });
      emitLoop({ op: 'any' }, program);
      program.push({ op: 'character', code: slash });
      return;
    }
    case 'choice':
      emitChoice(node.branches, program);
  }
}

/** `step*` in three instructions. */
function emitLoop(step: Instruction, program: Instruction[]): void {
  const start = program.length;
  program.push({ op: 'fork', to: [start + 1, start + 3] }, step, { op: 'fork', to: [start] });
}

function emitChoice(branches: readonly (readonly GlobNode[])[], program: Instruction[]): void {
  const fork = program.length;
  program.push({ op: 'fork', to: [] });
  const starts: number[] = [];
  const exits: number[] = [];
  for (const branch of branches) {
    starts.push(program.length);
    for (const node of branch) emit(node, program);
    exits.push(program.length);
    program.push({ op: 'fork', to: [] });
  }
  program[fork] = { op: 'fork', to: starts };
  for (const exit of exits) program[exit] = { op: 'fork', to: [program.length] };
}

/** Runs all alternatives in step: time is at most the product of both lengths, with no backtracking. */
export function accepts(program: Program, text: string): boolean {
  const seen = new Int32Array(program.length).fill(-1);
  let current: number[] = [];
  follow(program, 0, 0, seen, current);
  let step = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    step++;
    const next: number[] = [];
    for (const state of current) {
      const instruction = program[state];
      if (instruction && reads(instruction, code)) follow(program, state + 1, step, seen, next);
    }
    if (next.length === 0) return false;
    current = next;
  }
  return current.some((state) => program[state]?.op === 'accept');
}

function reads(instruction: Instruction, code: number): boolean {
  switch (instruction.op) {
    case 'character':
      return instruction.code === code;
    case 'any':
      return true;
    case 'one':
      return code !== slash;
    case 'set':
      return code !== slash && instruction.ranges.some((r) => r.from <= code && code <= r.to) !== instruction.negated;
    case 'fork':
    case 'accept':
      break;
  }
  return false;
}

/** Adds a state and all that it reaches without reading, each once per step. */
function follow(program: Program, start: number, step: number, seen: Int32Array, into: number[]): void {
  const pending = [start];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (seen[state] === step) continue;
    seen[state] = step;
    const instruction = program[state];
    if (instruction?.op === 'fork') pending.push(...instruction.to);
    else into.push(state);
  }
}
