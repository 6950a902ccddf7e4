import { readBlock } from './block-value.ts';
import { deepest, mostNodes } from './convert-document.ts';
import { inherit, mapsIn } from './merge-maps.ts';
import { YamlMap, type ScalarStyle, type YamlEntry, type YamlNode, type YamlScalar } from './node.ts';
import type { YamlDialect } from './parse-yaml.ts';
import { plainValue } from './plain-value.ts';
import { closingQuote, quotedValue } from './quoted-value.ts';
import type { SourceText } from '../text/source-text.ts';

/** Says that a text has something that is not read here; it has no stack, because nothing went wrong. */
class Uncommon extends Error {}
const uncommon = new Uncommon('not common YAML');

/** What ends a plain scalar inside of brackets. */
const flowEnd = /[,[\]{}]|:(?=[ ,[\]{}]|$)| #|\t/;
/** What no plain scalar begins with, in this order of likelihood; some of it needs the character behind. */
const indicators = '#&*!|>\'"%@`,[]{}';

interface Pairs {
  readonly own: Map<string, YamlEntry>;
  readonly merged: YamlMap[];
  size: number;
}

/**
 * Reads the YAML that people write: one document, block collections of one-line keys, plain and quoted scalars, block
 * scalars, brackets, anchors. It goes through the text once and makes nothing but the nodes.
 * @param show takes back what was hidden in the text before
 * @returns undefined for everything else, and for whatever is wrong: the full parser says what it is
 */
export function readCommon(
  text: string,
  source: SourceText,
  dialect: YamlDialect,
  show?: (text: string) => string,
): YamlNode | undefined {
  if (text.includes('\r') || text.startsWith('\uFEFF')) return undefined;
  try {
    return new CommonReader(text, source, dialect, show).document();
  } catch (error) {
    if (error === uncommon) return undefined;
    throw error;
  }
}

class CommonReader {
  readonly #text: string;
  readonly #source: SourceText;
  readonly #dialect: YamlDialect;
  readonly #show: ((text: string) => string) | undefined;
  readonly #anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  /** Where reading goes on: at the first character of a line that is no space, once `#nextLine` was there. */
  #at = 0;
  /** How many spaces stand in front of it; -1 at the end of the text. */
  #indent = 0;
  /** Whether comments were passed on the way there. */
  #passedComment = false;
  /** The largest column of those of them that are part of no value and no collection yet; -1 when there are none. */
  #openComments = -1;
  /** Where the node that was read last ends, with the rest of its line. */
  #end = 0;
  /** Nodes in what was read last, aliases expanded. */
  #size = 0;
  #depth = 0;

  constructor(text: string, source: SourceText, dialect: YamlDialect, show: ((text: string) => string) | undefined) {
    this.#text = text;
    this.#source = source;
    this.#dialect = dialect;
    this.#show = show;
  }

  document(): YamlNode {
    this.#nextLine();
    if (this.#indent === 0 && this.#text.startsWith('---', this.#at)) {
      this.#at += 3;
      this.#skipSpaces();
      if (this.#text[this.#at] !== '\n') throw uncommon;
      this.#at++;
      this.#nextLine();
    }
    const character = this.#text[this.#at];
    if (this.#indent !== 0 || character === '%' || this.#text.startsWith('---', this.#at)) throw uncommon;
    const node = this.#isItem() ? this.#sequence(0) : this.#map(0, this.#keyEnd());
    if (this.#at < this.#text.length || this.#size > mostNodes) throw uncommon;
    return node;
  }

  /**
   * Passes blank lines and comments; begins at the start of a line.
   * @param outer comments with more spaces in front than this belong to the value before, as the full parser has it
   * @returns where the last of those comments ends; -1 when there are none
   */
  #nextLine(outer = Number.POSITIVE_INFINITY): number {
    const text = this.#text;
    let at = this.#at;
    let belongs = -1;
    let mayBelong = true;
    this.#passedComment = false;
    this.#openComments = -1;
    for (;;) {
      let first = at;
      while (text.charCodeAt(first) === 32) first++;
      if (first >= text.length) {
        this.#at = first;
        this.#indent = -1;
        return belongs;
      }
      const code = text.charCodeAt(first);
      if (code === 9) throw uncommon;
      if (code !== 10 && code !== 35) {
        this.#at = first;
        this.#indent = first - at;
        return belongs;
      }
      const end = code === 10 ? first + 1 : this.#behindLine(first);
      if (code === 35) {
        this.#passedComment = true;
        mayBelong &&= first - at > outer;
        if (mayBelong) belongs = end;
        else this.#openComments = Math.max(this.#openComments, first - at);
      }
      at = end;
    }
  }

  #behindLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end + 1;
  }

  /** What is left of the line. */
  #line(): string {
    const end = this.#text.indexOf('\n', this.#at);
    return this.#text.slice(this.#at, end === -1 ? this.#text.length : end);
  }

  #skipSpaces(): number {
    const from = this.#at;
    while (this.#text.charCodeAt(this.#at) === 32) this.#at++;
    return this.#at - from;
  }

  /** Passes the rest of a line on which a value ended, and what follows up to the next. */
  #endLine(indent: number): void {
    const spaces = this.#skipSpaces();
    const character = this.#text[this.#at];
    if (character !== undefined && character !== '\n' && !(character === '#' && spaces > 0)) throw uncommon;
    this.#at = this.#behindLine(this.#at);
    const end = this.#at;
    const belongs = this.#nextLine(indent);
    this.#end = belongs === -1 ? end : belongs;
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== 45) return false;
    const next = this.#text[this.#at + 1];
    return next === ' ' || next === '\n' || next === undefined;
  }

  /** Where the key ends that begins here, in front of its colon; -1 when this is no key. */
  #keyEnd(): number {
    const line = this.#line();
    if (line.includes('\t')) throw uncommon;
    const quote = line.charAt(0);
    if (quote === '"' || quote === "'") {
      const end = closingQuote(line) + 1;
      return end > 0 && /^ *:(?: |$)/.test(line.slice(end)) ? this.#at + end : -1;
    }
    if (indicators.includes(quote) || isLoneIndicator(line)) return -1;
    if (this.#indent === 0 && /^(?:---|\.\.\.)(?: |$)/.test(line)) throw uncommon;
    const colon = colonIn(line);
    const comment = line.indexOf(' #');
    if (colon === -1 || (comment !== -1 && comment < colon)) return -1;
    return this.#at + line.slice(0, colon).trimEnd().length;
  }

  #map(indent: number, firstKeyEnd: number): YamlMap {
    this.#enter();
    const start = this.#at;
    const pairs: Pairs = { own: new Map(), merged: [], size: 1 };
    let keyEnd = firstKeyEnd;
    for (;;) {
      if (keyEnd === -1 || keyEnd - this.#at > 1000) throw uncommon;
      const key = this.#key(keyEnd);
      this.#skipSpaces();
      this.#at++;
      const value = this.#blockValue(indent, false);
      this.#add(pairs, key, value);
      if (this.#indent < indent || (this.#indent === indent && this.#isItem())) break;
      if (this.#indent > indent) throw uncommon;
      keyEnd = this.#keyEnd();
    }
    this.#size = pairs.size;
    return new YamlMap(inherit(pairs.own, pairs.merged), this.#close(start, indent));
  }

  /** @param value what was read last */
  #add(pairs: Pairs, key: YamlScalar, value: YamlNode): void {
    const { own, merged } = pairs;
    pairs.size += this.#size + 1;
    if (key.style === 'plain' && key.value === '<<') merged.push(...mapsIn(value));
    else if (own.has(key.text)) throw uncommon;
    else own.set(key.text, { key, value });
  }

  #key(end: number): YamlScalar {
    const start = this.#at;
    const written = this.#text.slice(start, end);
    const quote = written.charAt(0);
    this.#at = end;
    if (quote === '"' || quote === "'") return this.#quoted(written, start);
    return this.#plain(written, start, end);
  }

  #sequence(indent: number): YamlNode {
    this.#enter();
    const start = this.#at;
    const items: YamlNode[] = [];
    let size = 1;
    do {
      this.#at++;
      items.push(this.#blockValue(indent, true));
      size += this.#size;
    } while (this.#indent === indent && this.#isItem());
    if (this.#indent > indent) throw uncommon;
    this.#size = size;
    return { kind: 'sequence', items, range: this.#close(start, indent) };
  }

  /** The range of a block collection. Comments at its end count for what it is in, if they are not indented less. */
  #close(start: number, indent: number): YamlScalar['range'] {
    this.#depth--;
    const range = this.#range(start, this.#end);
    if (indent > 0 && this.#openComments >= indent) {
      this.#end = this.#at;
      this.#openComments = -1;
    }
    return range;
  }

  /**
   * The value behind a colon or the dash of an item.
   * @param indent of the mapping or sequence that it is part of
   */
  #blockValue(indent: number, isItem: boolean): YamlNode {
    const lineStart = this.#at;
    const spaces = this.#skipSpaces();
    const code = this.#text.charCodeAt(this.#at);
    if (code === 38) return this.#anchored(indent, isItem);
    if (code === 10 || code === 35 || Number.isNaN(code)) return this.#onNextLine(indent, isItem, spaces);
    if (spaces === 0) throw uncommon;
    if (isItem) {
      const column = indent + 1 + this.#at - lineStart;
      if (this.#isItem()) return this.#sequence(column);
      const keyEnd = this.#keyEnd();
      if (keyEnd !== -1) return this.#map(column, keyEnd);
    }
    return this.#scalarOrFlow(indent);
  }

  /** A value whose line has nothing more: what is indented below it, or null. */
  #onNextLine(indent: number, isItem: boolean, spaces: number): YamlNode {
    const here = this.#at;
    if (this.#text[here] === '#' && spaces === 0) throw uncommon;
    const hasComment = this.#text[here] === '#';
    this.#at = this.#behindLine(here);
    this.#nextLine();
    if (this.#indent > indent || (!isItem && this.#indent === indent && this.#isItem())) {
      if (this.#isItem()) return this.#sequence(this.#indent);
      const keyEnd = this.#keyEnd();
      return keyEnd === -1 ? this.#scalarOrFlow(indent) : this.#map(this.#indent, keyEnd);
    }
    // Comments behind it are its own.
    this.#end = hasComment || this.#passedComment ? this.#at : here;
    this.#openComments = -1;
    this.#size = 1;
    return { kind: 'scalar', value: null, text: '', style: 'plain', range: this.#range(here, here) };
  }

  #anchored(indent: number, isItem: boolean): YamlNode {
    this.#at++;
    const name = this.#name();
    const spaces = this.#skipSpaces();
    const character = this.#text[this.#at];
    if (character === undefined || character === '#' || character === '&' || character === '*') throw uncommon;
    let node: YamlNode;
    if (character === '\n') {
      node = this.#onNextLine(indent, isItem, spaces);
      if (node.kind === 'scalar') throw uncommon;
    } else {
      if (this.#isItem() || this.#keyEnd() !== -1) throw uncommon;
      node = this.#scalarOrFlow(indent);
    }
    this.#anchors.set(name, { node, size: this.#size });
    return node;
  }

  /** The name of an anchor or alias. */
  #name(): string {
    const [name = ''] = /^[^ ,[\]{}\n\t]*/.exec(this.#line()) ?? [];
    if (name === '' || name.endsWith(':')) throw uncommon;
    this.#at += name.length;
    return name;
  }

  #scalarOrFlow(indent: number): YamlNode {
    const node = this.#oneLine(indent);
    if (node) {
      const size = this.#size;
      this.#endLine(indent);
      this.#size = size;
      return node;
    }
    const character = this.#text[this.#at];
    return character === '|' || character === '>' ? this.#block(indent) : this.#plainLines(indent);
  }

  /** What ends on its line, or with its bracket; undefined for other scalars. */
  #oneLine(indent: number): YamlNode | undefined {
    const character = this.#text[this.#at];
    if (character === '"' || character === "'") return this.#quotedHere();
    if (character === '*') return this.#alias();
    if (character === '[') return this.#flowSequence(indent + 1, 1);
    if (character === '{') return this.#flowMap(indent + 1, 1);
    return character === '!' ? this.#taggedSequence(indent) : undefined;
  }

  /** `!reference [a, b]`. */
  #taggedSequence(indent: number): YamlNode {
    const [tag = ''] = /^[^ \n]*/.exec(this.#line()) ?? [];
    if (!(this.#dialect.sequenceTags ?? []).includes(tag)) throw uncommon;
    this.#at += tag.length;
    this.#skipSpaces();
    if (this.#text[this.#at] !== '[') throw uncommon;
    return this.#flowSequence(indent + 1, 1, tag);
  }

  #alias(): YamlNode {
    this.#at++;
    const known = this.#anchors.get(this.#name());
    if (!known) throw uncommon;
    this.#size = known.size;
    return known.node;
  }

  #quotedHere(): YamlScalar {
    const line = this.#line();
    const end = closingQuote(line);
    if (end === -1) throw uncommon;
    const start = this.#at;
    this.#at += end + 1;
    return this.#quoted(line.slice(0, end + 1), start);
  }

  #quoted(written: string, start: number): YamlScalar {
    const quote = written.charAt(0);
    const value = quotedValue(quote, written.slice(1, -1));
    if (value === undefined) throw uncommon;
    return this.#string(value, quote === '"' ? 'double' : 'single', start, start + written.length);
  }

  /** A plain scalar and the lines that go on with it (YAML 1.2.2 §7.3.3). */
  #plainLines(indent: number): YamlScalar {
    const start = this.#at;
    if (isLoneIndicator(this.#line()) || indicators.includes(this.#text.charAt(start))) throw uncommon;
    let value = '';
    let end = start;
    let breaks = 0;
    for (;;) {
      const line = this.#line();
      const comment = line.indexOf(' #');
      const before = comment === -1 ? line : line.slice(0, comment);
      if (line.includes('\t') || colonIn(before) !== -1) throw uncommon;
      const content = before.trimEnd();
      value += `${end === start ? '' : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)}${content}`;
      end = this.#at + content.length;
      this.#at += line.length;
      const next = comment === -1 ? this.#continuation(indent) : undefined;
      if (next === undefined) break;
      breaks = next;
    }
    this.#at = end;
    const scalar = this.#plain(value, start, end);
    this.#endLine(indent);
    this.#size = 1;
    return scalar;
  }

  /** Goes to the line that continues a scalar; the number of line breaks up to there, undefined when none does. */
  #continuation(indent: number): number | undefined {
    let at = this.#at;
    for (let breaks = 1; this.#text.charCodeAt(at) === 10; breaks++) {
      let first = at + 1;
      while (this.#text.charCodeAt(first) === 32) first++;
      const code = this.#text.charCodeAt(first);
      if (code === 9) throw uncommon;
      if (code !== 10) {
        if (Number.isNaN(code) || code === 35 || first - at - 1 <= indent) return undefined;
        this.#at = first;
        return breaks;
      }
      at = first;
    }
    return undefined;
  }

  #block(indent: number): YamlScalar {
    const start = this.#at;
    const header = /^([|>])(-?) *(?: #.*)?$/.exec(this.#line());
    const from = this.#text.indexOf('\n', start) + 1;
    const folded = header?.[1] === '>';
    const block = header && from > 0 ? readBlock(this.#text, from, indent + 1, folded) : undefined;
    if (!header || !block) throw uncommon;
    this.#at = block.end;
    this.#nextLine();
    this.#end = block.end;
    const value = header[2] === '-' ? block.value : `${block.value}\n`;
    return this.#string(value, folded ? 'folded' : 'literal', start, block.end);
  }

  /** @param least spaces that stand in front of its lines @param level how many brackets are open */
  #flowSequence(least: number, level: number, tag?: string): YamlNode {
    this.#enter();
    const start = this.#at;
    const items: YamlNode[] = [];
    let size = 1;
    this.#at++;
    this.#flowSpace(least, level);
    while (this.#text[this.#at] !== ']') {
      items.push(this.#flowValue(least, level));
      size += this.#size;
      this.#flowSpace(least, level);
      this.#separator(']', least, level);
    }
    this.#at++;
    this.#depth--;
    this.#size = size;
    return { kind: 'sequence', items, range: this.#range(start, this.#at), ...(tag !== undefined && { tag }) };
  }

  #flowMap(least: number, level: number): YamlMap {
    this.#enter();
    const start = this.#at;
    const pairs: Pairs = { own: new Map(), merged: [], size: 1 };
    this.#at++;
    this.#flowSpace(least, level);
    while (this.#text[this.#at] !== '}') {
      const key = this.#flowKey();
      this.#flowSpace(least, level);
      const value = this.#flowValue(least, level);
      this.#add(pairs, key, value);
      this.#flowSpace(least, level);
      this.#separator('}', least, level);
    }
    this.#at++;
    this.#depth--;
    this.#size = pairs.size;
    return new YamlMap(inherit(pairs.own, pairs.merged), this.#range(start, this.#at));
  }

  #separator(closer: string, least: number, level: number): void {
    if (this.#text[this.#at] === closer) return;
    if (this.#text[this.#at] !== ',') throw uncommon;
    this.#at++;
    this.#flowSpace(least, level);
  }

  #flowKey(): YamlScalar {
    const start = this.#at;
    const character = this.#text[start];
    const key = character === '"' || character === "'" ? this.#quotedHere() : this.#flowPlain();
    const colon =
      this.#text[this.#at] === ':' && (this.#text[this.#at + 1] === ' ' || this.#text[this.#at + 1] === '\n');
    if (!colon || this.#at - start > 1000) throw uncommon;
    this.#at++;
    return key;
  }

  #flowValue(least: number, level: number): YamlNode {
    switch (this.#text[this.#at]) {
      case '[':
        return this.#flowSequence(least, level + 1);
      case '{':
        return this.#flowMap(least, level + 1);
      case '*':
        return this.#alias();
      case '"':
      case "'":
        return this.#quotedHere();
      default:
        return this.#flowPlain();
    }
  }

  #flowPlain(): YamlScalar {
    const line = this.#line();
    const end = flowEnd.exec(line);
    if (end?.[0] === '\t') throw uncommon;
    const content = (end ? line.slice(0, end.index) : line).trimEnd();
    if (content === '' || indicators.includes(content.charAt(0)) || /^(?:[?:]|-(?: |$))/.test(content)) throw uncommon;
    const start = this.#at;
    this.#at += content.length;
    return this.#plain(content, start, this.#at);
  }

  /** White space and comments between brackets; a bracket that ends the outermost may stand under the key. */
  #flowSpace(least: number, level: number): void {
    let spaces = this.#skipSpaces();
    let indent = -1;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === '#' && (spaces > 0 || indent === 0)) this.#at = this.#behindLine(this.#at);
      else if (character === '\n') this.#at++;
      else break;
      indent = spaces = this.#skipSpaces();
    }
    if (indent === -1 || indent >= least) return;
    const character = this.#text[this.#at];
    if (indent !== least - 1 || level !== 1 || (character !== ']' && character !== '}')) throw uncommon;
  }

  #plain(text: string, start: number, end: number): YamlScalar {
    const value = plainValue(text, this.#dialect.version);
    if (typeof value === 'string') return this.#string(text, 'plain', start, end);
    this.#size = 1;
    return { kind: 'scalar', value, text: value === null ? '' : text, style: 'plain', range: this.#range(start, end) };
  }

  #string(value: string, style: ScalarStyle, start: number, end: number): YamlScalar {
    this.#size = 1;
    const text = this.#show ? this.#show(value) : value;
    return { kind: 'scalar', value: text, text, style, range: this.#range(start, end) };
  }

  #range(start: number, end: number): YamlScalar['range'] {
    return { source: this.#source, start, end };
  }

  #enter(): void {
    if (++this.#depth >= deepest) throw uncommon;
  }
}

/** A dash, question mark or colon that stands alone is punctuation. */
function isLoneIndicator(line: string): boolean {
  return /^[-?:](?: |$)/.test(line);
}

/** Where the colon is that makes a key of what stands before; -1 when there is none. */
function colonIn(line: string): number {
  const colon = line.indexOf(': ');
  return colon === -1 && line.endsWith(':') ? line.length - 1 : colon;
}
