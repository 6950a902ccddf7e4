import { stringify } from './stringify.ts';

/** An array of a JSON document whose elements are produced, written and forgotten one at a time. */
export class LazyArray {
  readonly elements: Iterable<unknown>;

  constructor(elements: Iterable<unknown>) {
    this.elements = elements;
  }
}

/**
 * Writes an indented JSON document piece by piece; `document` may hold lazy arrays anywhere outside other lazy arrays.
 * The pieces joined are what `stringify(document, 2)` would give with the arrays in full.
 */
export function* streamJson(document: unknown): Generator<string> {
  yield* value(document, '');
  yield '\n';
}

function* value(node: unknown, indent: string): Generator<string> {
  if (node instanceof LazyArray) yield* lazyArray(node, indent);
  else if (Array.isArray(node)) yield* block('[', ']', arrayEntries(node), indent);
  else if (typeof node === 'object' && node !== null) yield* block('{', '}', objectEntries(node), indent);
  else yield stringify(node);
}

type JsonEntry = readonly [prefix: string, node: unknown];

function* arrayEntries(nodes: readonly unknown[]): Generator<JsonEntry> {
  for (const node of nodes) yield ['', node];
}

function* objectEntries(node: object): Generator<JsonEntry> {
  for (const [key, member] of Object.entries(node)) {
    if (member !== undefined) yield [`${stringify(key)}: `, member];
  }
}

function* block(open: string, close: string, entries: Iterable<JsonEntry>, indent: string): Generator<string> {
  const inner = `${indent}  `;
  let written = 0;
  for (const [prefix, node] of entries) {
    yield `${written === 0 ? open : ','}\n${inner}${prefix}`;
    yield* value(node, inner);
    written++;
  }
  yield written === 0 ? open + close : `\n${indent}${close}`;
}

function* lazyArray(array: LazyArray, indent: string): Generator<string> {
  const inner = `${indent}  `;
  let written = 0;
  for (const element of array.elements) {
    // A newline in the output of stringify is always layout: inside strings it is escaped.
    const text = stringify(element, 2).replaceAll('\n', `\n${inner}`);
    yield `${written === 0 ? '[' : ','}\n${inner}${text}`;
    written++;
  }
  yield written === 0 ? '[]' : `\n${indent}]`;
}
