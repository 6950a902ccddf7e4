import type { Access, Expression, Span, TemplatePart } from '../../lib/hcl/syntax.ts';
import { parseTemplateText } from '../../lib/hcl/parse-hcl.ts';
import type { TextRange } from '../../lib/text/source-text.ts';
import { joinText, longestText, sameValue, toBoolean, toNumber } from '../conversions.ts';
import { member, opensIn, scalar, symbolicText, textOf, unknown, type Open, type Value } from '../value.ts';
import { callFunction } from './functions.ts';
import { operate } from './operators.ts';
import { withLocals, type Scope, type Step } from './scope.ts';

/** Longer lists and maps are not made. */
const mostItems = 20_000;

/** What an expression is worth. Never throws: what can not be worked out is unknown, and says why. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const at = rangeOf(expression, scope);
  if (!scope.budget.spend(1)) return unknown('the configuration', 'it takes too long to work it out', at);
  const value = scope.budget.nested(() => evaluateOne(expression, scope, at));
  return value ?? unknown('the configuration', 'references go too deep', at);
}

function evaluateOne(expression: Expression, scope: Scope, at: TextRange): Value {
  switch (expression.kind) {
    case 'literal':
      return scalar(expression.value, at);
    case 'template':
      return evaluateTemplate(expression.parts, scope, at);
    case 'variable':
    case 'access':
      return evaluateAccess(expression, scope, at);
    case 'splat':
      return evaluateSplat(expression, scope, at);
    case 'call':
      return evaluateCall(expression, scope, at);
    case 'tuple':
      return { kind: 'list', items: expression.items.map((item) => evaluate(item, scope)), at };
    case 'object':
      return evaluateObject(expression, scope, at);
    case 'for':
      return evaluateFor(expression, scope, at);
    case 'conditional':
      return evaluateConditional(expression, scope, at);
    case 'binary':
      return operate(
        expression.operator,
        evaluate(expression.left, scope),
        () => evaluate(expression.right, scope),
        at,
      );
    default:
      return negate(expression.operator, evaluate(expression.operand, scope), at);
  }
}

function rangeOf({ start, end }: Span, { source }: Scope): TextRange {
  return { source, start, end };
}

function negate(operator: '!' | '-', value: Value, at: TextRange): Value {
  const [open] = opensIn(value);
  if (open) return open;
  const result = operator === '!' ? toBoolean(value) : toNumber(value);
  if (result === undefined) return unknown('the expression', `'${operator}' is for other values`, at);
  return scalar(typeof result === 'boolean' ? !result : -result, at);
}

function evaluateTemplate(parts: readonly TemplatePart[], scope: Scope, at: TextRange): Value {
  const [only, ...others] = parts;
  // A lone interpolation is the value itself, whatever its type.
  if (only?.kind === 'value' && others.length === 0) return evaluate(only.value, scope);
  return joinText([...partValues(parts, scope)], at) ?? unknown('the text', 'a part of it is no text', at);
}

function* partValues(parts: readonly TemplatePart[], scope: Scope): Generator<Value> {
  for (const part of parts) {
    if (part.kind === 'text') yield scalar(part.text, rangeOf(part, scope));
    else if (part.kind === 'value') yield evaluate(part.value, scope);
    else if (part.kind === 'if') {
      const condition = evaluate(part.condition, scope);
      const truth = toBoolean(condition);
      if (truth === undefined) yield openOf(condition, 'a condition is no boolean');
      else yield* partValues(truth ? part.consequent : part.alternate, scope);
    } else {
      const collection = evaluate(part.collection, scope);
      const elements = elementsOf(collection);
      if (!elements) yield openOf(collection, 'the collection of a for is none');
      for (const element of elements ?? []) {
        if (!scope.budget.spend(1)) break;
        yield* partValues(part.body, withLocals(scope, namesOf(part, element)));
      }
    }
  }
}

/** The open value that decides; an unknown that says why when there is none. */
function openOf(value: Value, why: string): Open {
  const [open] = opensIn(value);
  return open ?? unknown('the expression', why, value.at);
}

interface Element {
  readonly key: Value;
  readonly value: Value;
}

/** Keys and values of a list or map; undefined when it is neither. */
function elementsOf(collection: Value): readonly Element[] | undefined {
  if (collection.kind === 'list') {
    return collection.items.map((value, index) => ({ key: scalar(index, value.at), value }));
  }
  if (collection.kind !== 'map') return undefined;
  const entries = [...collection.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, value]) => ({ key: scalar(key, value.at), value }));
}

function namesOf(
  { keyName, valueName }: { readonly keyName?: string; readonly valueName: string },
  { key, value }: Element,
): readonly (readonly [string, Value])[] {
  return [...(keyName === undefined ? [] : [[keyName, key] as const]), [valueName, value]];
}

function evaluateAccess(expression: Expression, scope: Scope, at: TextRange): Value {
  const steps: Step[] = [];
  let target = expression;
  for (; target.kind === 'access'; target = target.target) steps.push(toStep(target, scope));
  steps.reverse();
  if (target.kind !== 'variable') return follow(evaluate(target, scope), steps, at);
  const local = scope.locals.get(target.name);
  if (local) return follow(local, steps, at);
  const { value, used } = scope.lookup(target.name, steps, at);
  return follow(value, steps.slice(used), at);
}

function toStep(access: Access, scope: Scope): Step {
  if ('name' in access) return access.name;
  const key = evaluate(access.key, scope);
  return key.kind === 'scalar' && typeof key.value === 'number' ? key.value : textOf(key);
}

/** Goes into a value step by step. */
export function follow(start: Value, steps: readonly Step[], at: TextRange): Value {
  let value = start;
  for (const [index, step] of steps.entries()) {
    if (value.kind === 'unknown') return value;
    if (value.kind === 'reference') {
      return { ...value, path: [...value.path, ...steps.slice(index).map((rest) => String(rest ?? '?'))] };
    }
    if (step === undefined) return unknown('an index', 'an index is not known', at);
    const next = value.kind === 'list' ? value.items[Number(step)] : member(value, String(step));
    if (!next && value.kind === 'map' && value.address !== undefined) {
      value = { kind: 'reference', address: value.address, path: [String(step)], at };
      continue;
    }
    if (!next) return { ...unknown(String(step), `there is no ${step}`, at), missing: true };
    value = next;
  }
  return value;
}

function evaluateSplat({ target, each }: Expression & { kind: 'splat' }, scope: Scope, at: TextRange): Value {
  const value = evaluate(target, scope);
  if (value.kind === 'unknown') return value;
  const steps = each.map((access) => toStep(access, scope));
  if (value.kind === 'reference') return follow(value, steps, at);
  const isNull = value.kind === 'scalar' && value.value === null;
  const elements = value.kind === 'list' ? value.items : isNull ? [] : [value];
  return { kind: 'list', items: elements.map((element) => follow(element, steps, at)), at };
}

function evaluateCall({ name, args, expands }: Expression & { kind: 'call' }, scope: Scope, at: TextRange): Value {
  const values = args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  if (expands && last) {
    if (last.kind !== 'list') return openOf(last, `what is expanded for ${name} is no list`);
    values.splice(-1, 1, ...last.items);
  }
  if (name === 'file' || name === 'templatefile') return readFile(name, values, scope, at);
  if (!scope.budget.spend(values.length)) return unknown(name, 'it takes too long to work it out', at);
  return callFunction(name, values, at);
}

function readFile(name: 'file' | 'templatefile', [path, names]: readonly Value[], scope: Scope, at: TextRange): Value {
  const written = textOf(path);
  if (path && written === undefined) return openOf(path, `the path for ${name} is no text`);
  const source = written === undefined ? undefined : scope.file(written);
  if (!source) return unknown(`${name}(${written ?? ''})`, 'there is no such file in the repository', at);
  const { text } = source;
  if (text.length > longestText) return unknown(`${name}(${written ?? ''})`, 'the file is too long', at);
  const whole = { source, start: 0, end: text.length };
  if (name === 'file') return scalar(text, whole);
  const template = parseTemplateText(text);
  if (!template) return unknown(`${name}(${written ?? ''})`, 'the file is no template', at);
  const locals = names?.kind === 'map' ? names.entries : new Map<string, Value>();
  const lookup: Scope['lookup'] = (root, _, place) => ({
    value: unknown(root, `the template is not given ${root}`, place),
    used: 0,
  });
  return evaluate(template, { ...scope, source, locals, lookup });
}

function evaluateObject({ entries }: Expression & { kind: 'object' }, scope: Scope, at: TextRange): Value {
  const made = new Map<string, Value>();
  for (const entry of entries) {
    const key = symbolicText(evaluate(entry.key, scope));
    if (key === undefined) return unknown('the object', 'a key of it is no text', rangeOf(entry.key, scope));
    made.set(key, evaluate(entry.value, scope));
  }
  return { kind: 'map', entries: made, at };
}

function evaluateFor(expression: Expression & { kind: 'for' }, scope: Scope, at: TextRange): Value {
  const { key, value, condition, grouped } = expression;
  const collection = evaluate(expression.collection, scope);
  const elements = elementsOf(collection);
  if (!elements) return openOf(collection, 'the collection of a for is none');
  if (elements.length > mostItems) return unknown('the list', 'it is too long', at);
  const made: [name: string, value: Value][] = [];
  for (const element of elements) {
    const inner = withLocals(scope, namesOf(expression, element));
    if (condition) {
      const holds = evaluate(condition, inner);
      const truth = toBoolean(holds);
      if (truth === undefined) return openOf(holds, 'the condition of a for is no boolean');
      if (!truth) continue;
    }
    const name = key && evaluate(key, inner);
    const text = name && symbolicText(name);
    if (name && text === undefined) return openOf(name, 'the key of a for is no text');
    made.push([text ?? '', evaluate(value, inner)]);
  }
  if (!key) return { kind: 'list', items: made.map(([, item]) => item), at };
  return { kind: 'map', entries: grouped ? group(made, at) : new Map(made), at };
}

function group(made: readonly (readonly [string, Value])[], at: TextRange): ReadonlyMap<string, Value> {
  const groups = new Map<string, Value[]>();
  for (const [name, item] of made)
    groups
      .set(name, groups.get(name) ?? [])
      .get(name)
      ?.push(item);
  return new Map([...groups].map(([name, items]) => [name, { kind: 'list', items, at }]));
}

function evaluateConditional(expression: Expression & { kind: 'conditional' }, scope: Scope, at: TextRange): Value {
  const condition = evaluate(expression.condition, scope);
  const truth = toBoolean(condition);
  if (truth !== undefined) return evaluate(truth ? expression.consequent : expression.alternate, scope);
  const [yes, no] = [evaluate(expression.consequent, scope), evaluate(expression.alternate, scope)];
  return sameValue(yes, no) === true ? { ...yes, at } : openOf(condition, 'a condition is no boolean');
}
