import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Document } from 'yaml';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface SyntaxProblem {
  readonly position: Position;
  readonly message: string;
}

export type YamlPath = readonly PropertyKey[];

const mostAliases = 50;

/** One YAML 1.2 document with the places of its parts. */
export class YamlSource {
  readonly problems: readonly SyntaxProblem[];
  private readonly document: Document.Parsed;
  private readonly lines: LineCounter;
  private data: unknown;

  private constructor(document: Document.Parsed, lines: LineCounter, problems: readonly SyntaxProblem[]) {
    this.document = document;
    this.lines = lines;
    this.problems = problems;
  }

  static parse(text: string): YamlSource {
    const lines = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      version: '1.2',
    });
    const syntax = [...document.errors, ...document.warnings].map((error) => ({
      position: positionIn(lines, error.pos[0]),
      message: messageOf(error.code, error.message),
    }));
    const repeated = repeatedKeys(document).map((offset) => ({
      position: positionIn(lines, offset),
      message: 'this key is there twice',
    }));
    return new YamlSource(document, lines, [...syntax, ...repeated]);
  }

  /** Everything as plain data. @throws ReferenceError when aliases multiply beyond a limit */
  toData(): unknown {
    this.data ??= this.document.toJS({ maxAliasCount: mostAliases });
    return this.data;
  }

  /** The plain data at a path; undefined when there is none. */
  value(path: YamlPath): unknown {
    let value = this.toData();
    for (const step of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<PropertyKey, unknown>)[step];
    }
    return value;
  }

  isEmpty(): boolean {
    const { contents } = this.document;
    return contents === null || (isScalar(contents) && contents.value === null);
  }

  /** Where the value at the path stands, or the nearest part around it that exists; with `key`, that key of it. */
  position(path: YamlPath, key?: string): Position {
    let node: Node | null = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      node = this.child(node, step);
      const start = startOf(node);
      if (start === undefined) break;
      offset = start;
    }
    const keyOffset = key === undefined ? undefined : keyStart(this.resolve(node), key);
    return positionIn(this.lines, keyOffset ?? offset);
  }

  private child(node: Node | null, step: PropertyKey): Node | null {
    const collection = this.resolve(node);
    if (!isCollection(collection)) return null;
    const found: unknown = collection.get(typeof step === 'symbol' ? step.toString() : step, true);
    return found === undefined || found === null ? null : (found as ParsedNode);
  }

  private resolve(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.document) ?? null) : node;
  }
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}

function keyStart(node: Node | null, key: string): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

function positionIn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function messageOf(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS') return 'only one document is expected; remove "---"';
  return message;
}

/** Offsets of keys that their mapping has already. The library's own check takes time by the square of the keys. */
function repeatedKeys(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        if (seen.has(name)) offsets.push((isNode(key) ? key.range?.[0] : undefined) ?? 0);
        seen.add(name);
      }
    },
  });
  return offsets;
}
