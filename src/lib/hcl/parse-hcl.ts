import { Cursor, HclSyntaxError } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseTemplate } from './parse-template.ts';
import type { Attribute, Block, Body, Expression, HclProblem } from './syntax.ts';

export interface HclFile {
  /** What could be read. */
  readonly body: Body;
  readonly problems: readonly HclProblem[];
}

const longest = 5_000_000;
const mostProblems = 50;
/** How often a part of a file may be read again. */
const mostRestarts = 8;

/**
 * Reads HCL's native syntax. Never throws: what is wrong becomes a problem, and reading goes on at the next top-level
 * block, so that one mistake does not lose the file.
 */
export function parseHcl(text: string): HclFile {
  const items = new ItemList();
  const { problems } = items;
  if (text.length > longest) {
    const message = `${text.length} characters are more than the ${longest} that are read`;
    problems.push({ code: 'limit', message, start: 0, end: 0 });
    return { body: items.toBody(0, 0), problems };
  }
  let restarts = 0;
  let cursor = new Cursor(text, text.startsWith('\uFEFF') ? 1 : 0);
  for (;;) {
    const { at: start } = cursor;
    try {
      cursor.skipLines();
      if (cursor.ended) break;
      readItem(cursor, items);
    } catch (error) {
      if (!(error instanceof HclSyntaxError)) throw error;
      problems.push({ code: error.code, message: error.message, start: error.at, end: error.at });
      // What is never closed has swallowed what is behind it, which is then read again.
      const swallowed = error.at >= text.length;
      if (swallowed) restarts += 1;
      if (problems.length >= mostProblems || restarts > mostRestarts) break;
      cursor = new Cursor(text, nextBlock(text, swallowed ? start : error.at));
    }
  }
  return { body: items.toBody(0, text.length), problems };
}

/** The attributes and blocks of a body while it is read. */
class ItemList {
  readonly problems: HclProblem[];
  readonly #attributes = new Map<string, Attribute>();
  readonly #blocks: Block[] = [];

  constructor(problems: HclProblem[] = []) {
    this.problems = problems;
  }

  /** The first of a name holds. */
  setAttribute(attribute: Attribute): void {
    const { name, start } = attribute;
    if (!this.#attributes.has(name)) this.#attributes.set(name, attribute);
    else if (this.problems.length < mostProblems) {
      this.problems.push({ code: 'duplicate', message: `${name} is set twice`, start, end: start + name.length });
    }
  }

  addBlock(block: Block): void {
    this.#blocks.push(block);
  }

  toBody(start: number, end: number): Body {
    return { attributes: [...this.#attributes.values()], blocks: this.#blocks, start, end };
  }
}

/**
 * Reads a text as a template without quotes, as the strings of the JSON syntax are. Offsets are those of the text.
 * Undefined when it is none.
 */
export function parseTemplateText(text: string): Expression | undefined {
  const cursor = new Cursor(text);
  try {
    const parts = parseTemplate(cursor, { quote: false, end: text.length }, parseExpression);
    const [only] = parts;
    const span = { start: 0, end: text.length };
    if (only === undefined || (parts.length === 1 && only.kind === 'text')) {
      return { kind: 'literal', value: only?.kind === 'text' ? only.text : '', ...span };
    }
    return { kind: 'template', parts, ...span };
  } catch (error) {
    if (error instanceof HclSyntaxError) return undefined;
    throw error;
  }
}

const header =
  /^[\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]+(?:"[^"\n]*"|[\p{ID_Start}_][\p{ID_Continue}-]*))*[ \t]*\{/gmu;

/** Where the next line begins that looks like a block at the top. */
function nextBlock(text: string, after: number): number {
  const line = text.indexOf('\n', after);
  if (line === -1) return text.length;
  header.lastIndex = line;
  return header.exec(text)?.index ?? text.length;
}

function readItem(cursor: Cursor, items: ItemList): void {
  const { at: start } = cursor;
  const name = cursor.expectIdentifier('the name of an attribute or a block');
  cursor.skip();
  if (cursor.sees('=') && !cursor.sees('==')) {
    cursor.at += 1;
    const value = parseExpression(cursor);
    items.setAttribute({ name, value, start, end: value.end });
  } else items.addBlock(readBlock(cursor, name, start, items.problems));
  cursor.skip();
  if (!cursor.ended && !cursor.sees('\n') && !cursor.sees('}')) throw cursor.fault('a new line');
}

function readBlock(cursor: Cursor, type: string, start: number, problems: HclProblem[]): Block {
  const labels: string[] = [];
  let end = cursor.at;
  for (cursor.skip(); !cursor.sees('{'); cursor.skip()) {
    labels.push(readLabel(cursor));
    end = cursor.at;
  }
  cursor.at += 1;
  return cursor.within(false, () => {
    const items = new ItemList(problems);
    const from = cursor.at;
    for (cursor.skipLines(); !cursor.sees('}'); cursor.skipLines()) {
      if (cursor.ended) throw new HclSyntaxError(`the block '${type}' has no end`, cursor.text.length);
      readItem(cursor, items);
    }
    const body = items.toBody(from, cursor.at);
    cursor.at += 1;
    return { type, labels, header: { start, end }, body, ...cursor.span(start) };
  });
}

function readLabel(cursor: Cursor): string {
  if (!cursor.sees('"')) return cursor.expectIdentifier("'=', '{' or a label");
  const { at } = cursor;
  cursor.at += 1;
  const [part, ...others] = parseTemplate(cursor, { quote: true, end: cursor.text.length }, parseExpression);
  if ((part && part.kind !== 'text') || others.length > 0) throw new HclSyntaxError('a label has no template', at);
  cursor.expect('"', 'at the end of a label');
  return part?.text ?? '';
}
