import { HclSyntaxError, type Cursor } from './cursor.ts';
import { parseHeredoc } from './parse-heredoc.ts';
import { parseTemplate, readForNames } from './parse-template.ts';
import type { Access, BinaryOperator, Expression, ObjectEntry } from './syntax.ts';

/** The weakest first (HCL specification, "Operators"). Longer ones stand before those that they begin with. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const strengths = new Map<string, number>(levels.flatMap((level, index) => level.map((operator) => [operator, index])));
const operator = /\|\||&&|[=!<>]=|[<>+\-*/%]/y;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const digits = /\d+/y;

/**
 * Reads one expression; the cursor is left behind it.
 * @throws HclSyntaxError
 */
export function parseExpression(cursor: Cursor): Expression {
  cursor.skip();
  const { at: start } = cursor;
  const condition = parseBinary(cursor, 0);
  cursor.skip();
  if (!cursor.take('?')) return condition;
  return cursor.within(cursor.spanning, () => {
    const consequent = parseExpression(cursor);
    cursor.skip();
    cursor.expect(':', 'between the two values of a conditional');
    const alternate = parseExpression(cursor);
    return { kind: 'conditional', condition, consequent, alternate, start, end: alternate.end };
  });
}

/** Operators of at least a strength; equal ones bind to the left. */
function parseBinary(cursor: Cursor, weakest: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    cursor.skip();
    const symbol = matchAt(operator, cursor) as BinaryOperator | undefined;
    const strength = symbol === undefined ? undefined : strengths.get(symbol);
    if (symbol === undefined || strength === undefined || strength < weakest) return left;
    cursor.at += symbol.length;
    cursor.skip();
    const right = parseBinary(cursor, strength + 1);
    left = { kind: 'binary', operator: symbol, left, right, start: left.start, end: right.end };
  }
}

function parseUnary(cursor: Cursor): Expression {
  const { at: start } = cursor;
  const sign = cursor.sees('!') ? '!' : cursor.sees('-') ? '-' : undefined;
  if (sign === undefined) return parseAccesses(cursor, parseTerm(cursor));
  cursor.at += 1;
  return cursor.within(cursor.spanning, () => {
    cursor.skip();
    const operand = parseUnary(cursor);
    return { kind: 'unary', operator: sign, operand, start, end: operand.end };
  });
}

function parseTerm(cursor: Cursor): Expression {
  const { at: start } = cursor;
  const letter = cursor.text[start];
  if (letter === '"') return parseQuoted(cursor);
  if (letter === '[') return parseTuple(cursor);
  if (letter === '{') return parseObject(cursor);
  if (letter === '(') return parseGroup(cursor);
  if (letter === '<' && cursor.sees('<<')) return parseHeredoc(cursor, parseExpression);
  const written = matchAt(number, cursor);
  if (written !== undefined) {
    cursor.at += written.length;
    return { kind: 'literal', value: Number(written), ...cursor.span(start) };
  }
  const name = cursor.identifier();
  if (name === undefined) throw cursor.fault('an expression');
  return parseNamed(cursor, name, start);
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** A variable, a constant or the call of a function. */
function parseNamed(cursor: Cursor, first: string, start: number): Expression {
  let name = first;
  while (cursor.take('::')) name += `::${cursor.expectIdentifier('the name of a function')}`;
  const end = cursor.at;
  // A call's bracket may stand after a space, but not on another line.
  while (cursor.sees(' ')) cursor.at += 1;
  if (cursor.take('(')) return parseCall(cursor, name, start);
  cursor.at = end;
  const value = words.get(name);
  return value === undefined ? { kind: 'variable', name, start, end } : { kind: 'literal', value, start, end };
}

function parseCall(cursor: Cursor, name: string, start: number): Expression {
  return cursor.within(true, () => {
    const args: Expression[] = [];
    let expands = false;
    for (cursor.skip(); !cursor.take(')'); cursor.skip()) {
      args.push(parseExpression(cursor));
      cursor.skip();
      expands = cursor.take('...');
      cursor.skip();
      const more = cursor.take(',');
      if (!more || expands) {
        cursor.skip();
        cursor.expect(')', `after the arguments of ${name}`);
        break;
      }
    }
    return { kind: 'call', name, args, expands, ...cursor.span(start) };
  });
}

function parseQuoted(cursor: Cursor): Expression {
  const { at: start } = cursor;
  cursor.at += 1;
  const parts = parseTemplate(cursor, { quote: true, end: cursor.text.length }, parseExpression);
  if (!cursor.take('"')) throw new HclSyntaxError('the text has no closing quote', start);
  const [only] = parts;
  const span = cursor.span(start);
  if (only === undefined) return { kind: 'literal', value: '', ...span };
  if (parts.length === 1 && only.kind === 'text') return { kind: 'literal', value: only.text, ...span };
  return { kind: 'template', parts, ...span };
}

function parseGroup(cursor: Cursor): Expression {
  const { at: start } = cursor;
  cursor.at += 1;
  return cursor.within(true, () => {
    const inner = parseExpression(cursor);
    cursor.skip();
    cursor.expect(')', 'to close the bracket');
    return { ...inner, ...cursor.span(start) };
  });
}

function parseTuple(cursor: Cursor): Expression {
  const { at: start } = cursor;
  cursor.at += 1;
  return cursor.within(true, () => {
    cursor.skip();
    if (cursor.word('for')) return parseFor(cursor, start, ']');
    const items: Expression[] = [];
    for (cursor.skip(); !cursor.take(']'); cursor.skip()) {
      items.push(parseExpression(cursor));
      cursor.skip();
      if (!cursor.take(',')) {
        cursor.expect(']', 'or a comma after the item of a list');
        break;
      }
    }
    return { kind: 'tuple', items, ...cursor.span(start) };
  });
}

function parseObject(cursor: Cursor): Expression {
  const { at: start } = cursor;
  cursor.at += 1;
  return cursor.within(false, () => {
    cursor.skipLines();
    if (isForObject(cursor)) return cursor.within(true, () => parseFor(cursor, start, '}'));
    const entries: ObjectEntry[] = [];
    for (cursor.skipLines(); !cursor.take('}'); cursor.skipLines()) {
      const key = parseKey(cursor);
      cursor.skip();
      if (!cursor.take('=') && !cursor.take(':')) throw cursor.fault("'=' after the key of an object");
      const value = parseExpression(cursor);
      entries.push({ key, value });
      cursor.skip();
      const more = cursor.take(',') || cursor.sees('\n');
      if (!more && !cursor.sees('}')) throw cursor.fault('a comma, a new line or `}` after the value of an object');
    }
    return { kind: 'object', entries, ...cursor.span(start) };
  });
}

/** `for` may be a key too. */
function isForObject(cursor: Cursor): boolean {
  const { at } = cursor;
  if (!cursor.word('for')) return false;
  const after = cursor.at;
  cursor.skipLines();
  const isKey = cursor.sees('=') || cursor.sees(':');
  cursor.at = isKey ? at : after;
  return !isKey;
}

/** A bare word is itself; anything else is worked out. */
function parseKey(cursor: Cursor): Expression {
  const { at: start } = cursor;
  const name = cursor.identifier();
  if (name !== undefined) {
    const { at: end } = cursor;
    cursor.skip();
    if (cursor.sees('=') || cursor.sees(':')) return { kind: 'literal', value: name, start, end };
    cursor.at = start;
  }
  return parseBinary(cursor, 0);
}

function parseFor(cursor: Cursor, start: number, close: ']' | '}'): Expression {
  const names = readForNames(cursor);
  const collection = parseExpression(cursor);
  cursor.skip();
  cursor.expect(':', 'after the collection of a for');
  const first = parseExpression(cursor);
  cursor.skip();
  const second = close === '}' && cursor.take('=>') ? parseExpression(cursor) : undefined;
  if (close === '}' && second === undefined) throw cursor.fault("'=>' after the key of a for");
  cursor.skip();
  const grouped = cursor.take('...');
  cursor.skip();
  const condition = cursor.word('if') ? parseExpression(cursor) : undefined;
  cursor.skip();
  cursor.expect(close, 'at the end of a for');
  return {
    kind: 'for',
    ...names,
    collection,
    ...(second !== undefined && { key: first }),
    value: second ?? first,
    ...(condition && { condition }),
    grouped,
    ...cursor.span(start),
  };
}

/** What follows a term: `.name`, `.0`, `[key]`, `.*`, `[*]`. */
function parseAccesses(cursor: Cursor, term: Expression): Expression {
  let target = term;
  for (;;) {
    const splat = readSplat(cursor);
    if (splat) {
      target = { kind: 'splat', target, each: readEach(cursor, splat), start: term.start, end: cursor.at };
      continue;
    }
    const access = readAccess(cursor);
    if (!access) return target;
    target = { kind: 'access', target, ...access, start: term.start, end: cursor.at };
  }
}

function readSplat(cursor: Cursor): 'attributes' | 'full' | undefined {
  const { at } = cursor;
  cursor.skip();
  if (cursor.take('.*')) return 'attributes';
  if (cursor.take('[')) {
    const isSplat = cursor.within(true, () => {
      cursor.skip();
      const star = cursor.take('*');
      cursor.skip();
      return star && cursor.take(']');
    });
    if (isSplat) return 'full';
  }
  cursor.at = at;
  return undefined;
}

/** The accesses that a splat makes on each element: names only after `.*`, all after `[*]`. */
function readEach(cursor: Cursor, splat: 'attributes' | 'full'): readonly Access[] {
  const each: Access[] = [];
  for (;;) {
    const { at } = cursor;
    cursor.skip();
    const next = cursor.text[cursor.at];
    cursor.at = at;
    if (splat === 'attributes' && next !== '.') return each;
    if (isSplatAhead(cursor)) return each;
    const access = readAccess(cursor);
    if (!access) return each;
    each.push(access);
  }
}

function isSplatAhead(cursor: Cursor): boolean {
  const { at } = cursor;
  const ahead = readSplat(cursor) !== undefined;
  cursor.at = at;
  return ahead;
}

function readAccess(cursor: Cursor): Access | undefined {
  const { at } = cursor;
  cursor.skip();
  if (cursor.sees('.') && !cursor.sees('..')) {
    cursor.at += 1;
    cursor.skip();
    const index = matchAt(digits, cursor);
    if (index === undefined) return { name: cursor.expectIdentifier('a name after the dot') };
    const start = cursor.at;
    cursor.at += index.length;
    return { key: { kind: 'literal', value: Number(index), ...cursor.span(start) } };
  }
  if (cursor.take('[')) {
    return cursor.within(true, () => {
      const key = parseExpression(cursor);
      cursor.skip();
      cursor.expect(']', 'after the index');
      return { key };
    });
  }
  cursor.at = at;
  return undefined;
}

function matchAt(pattern: RegExp, cursor: Cursor): string | undefined {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text)?.[0];
}
