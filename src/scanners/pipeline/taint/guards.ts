import type { TestExpression } from 'unbash';
import type { ShellCommand, ShellFrame, ShellWord } from '../../../lib/shell/shell-command.ts';

/** The variables whose value a command restricts to a fixed form, when it succeeds or when it fails. */
export interface Guard {
  readonly names: readonly string[];
  readonly holds: 'when-true' | 'when-false';
}

/** Recognises `[[ $X =~ ^…$ ]]`, `[ "$X" = word ]` and `… | grep -qE '^…$'`; undefined for other commands. */
export function guardOf(command: ShellCommand): Guard | undefined {
  const found = command.test ? testGuard(command.test, command.args) : (bracketGuard(command) ?? grepGuard(command));
  if (!found) return undefined;
  const negated = command.frames.filter(({ kind }) => kind === 'negation').length % 2 === 1;
  return negated ? flipped(found) : found;
}

/** The variables that are restricted wherever these frames surround a command. */
export function guardedNames(frames: readonly ShellFrame[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const frame of frames) {
    if (frame.kind !== 'branch') continue;
    if (frame.patterns?.every(isFixedPattern)) for (const name of variablesOf(frame.subject)) names.add(name);
    for (const condition of frame.condition ?? []) {
      const guard = guardOf(condition);
      if (guard?.holds === 'when-true') for (const name of guard.names) names.add(name);
    }
  }
  return names;
}

const leaving: ReadonlySet<string> = new Set(['exit', 'return', 'false', 'continue', 'break', 'die', 'fail', 'error']);

/** The variables that are restricted behind a command, because otherwise the script ends there. */
export function guardedBehind(command: ShellCommand): readonly string[] {
  const guard = guardOf(command);
  const alternative = command.frames.findLast((frame) => frame.kind === 'or-left' || frame.kind === 'and-left');
  if (guard && alternative && 'right' in alternative) {
    const leaves = alternative.right.some(({ name }) => leaving.has(name ?? ''));
    const wanted = alternative.kind === 'or-left' ? 'when-true' : 'when-false';
    return leaves && guard.holds === wanted ? guard.names : [];
  }
  return leaving.has(command.name ?? '') ? leftBehind(command.frames.findLast(({ kind }) => kind === 'branch')) : [];
}

/** `if ! guard; then exit; fi` and `case $X in a|b) ;; *) exit ;; esac`. */
function leftBehind(frame: ShellFrame | undefined): readonly string[] {
  if (frame?.kind !== 'branch') return [];
  if (frame.patterns?.some(({ value }) => value === '*')) return variablesOf(frame.subject);
  return (frame.condition ?? []).flatMap((condition) => {
    const guard = guardOf(condition);
    return guard?.holds === 'when-false' ? guard.names : [];
  });
}

function testGuard(test: TestExpression, words: readonly ShellWord[]): Guard | undefined {
  switch (test.type) {
    case 'TestBinary': {
      const names = variablesOf(words.find(({ start }) => start === test.left.pos));
      const right = words.find(({ start }) => start === test.right.pos);
      if (names.length === 0 || right?.value === undefined) return undefined;
      if (test.operator === '=~') return isAnchored(right.value) ? { names, holds: 'when-true' } : undefined;
      if (!/^[!=]?=$/.test(test.operator) || !isFixedPattern(right)) return undefined;
      return { names, holds: test.operator === '!=' ? 'when-false' : 'when-true' };
    }
    case 'TestNot': {
      const inner = testGuard(test.operand, words);
      return inner && flipped(inner);
    }
    case 'TestGroup':
      return testGuard(test.expression, words);
    case 'TestLogical':
      return test.operands.map((operand) => testGuard(operand, words)).find((guard) => guard !== undefined);
    default:
      return undefined;
  }
}

function bracketGuard({ name, args }: ShellCommand): Guard | undefined {
  if (name !== '[' && name !== 'test') return undefined;
  const [left, operator, right] = args;
  const names = variablesOf(left);
  if (names.length === 0 || right?.value === undefined || !/^[!=]?=$/.test(operator?.value ?? '')) return undefined;
  return { names, holds: operator?.value === '!=' ? 'when-false' : 'when-true' };
}

/** `echo "$X" | grep -qE '^…$'` */
function grepGuard({ name, args, frames, redirects }: ShellCommand): Guard | undefined {
  if (name !== 'grep' && name !== 'egrep') return undefined;
  const pattern = args.find(({ value }) => value !== undefined && !value.startsWith('-'))?.value;
  const inverted = args.some(({ value }) => /^-\w*v/.test(value ?? ''));
  if (pattern === undefined || inverted || !isAnchored(pattern)) return undefined;
  const pipe = frames.findLast((frame) => frame.kind === 'pipe');
  const before = pipe?.kind === 'pipe' ? (pipe.members[pipe.index - 1] ?? []) : [];
  const given = redirects.flatMap(({ operator, target }) => (operator === '<<<' && target ? [target] : []));
  const names = [...before.flatMap((command) => command.args), ...given].flatMap(variablesOf);
  return names.length > 0 ? { names, holds: 'when-true' } : undefined;
}

function flipped({ names, holds }: Guard): Guard {
  return { names, holds: holds === 'when-true' ? 'when-false' : 'when-true' };
}

function variablesOf(word: ShellWord | undefined): readonly string[] {
  return (word?.expansions ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** A pattern that says what the whole text is made of, with no place for arbitrary characters. */
function isAnchored(pattern: string): boolean {
  return /^\^.*\$$/s.test(pattern) && !/(?<!\\)\.[*+{]|\\S|\[\^/.test(pattern);
}

function isFixedPattern({ value }: ShellWord): boolean {
  return value !== undefined && !/(?<!\\)[*?]/.test(value);
}
