import { HclSyntaxError, type Cursor } from './cursor.ts';
import { parseTemplate } from './parse-template.ts';
import type { Expression, TemplatePart } from './syntax.ts';

const opening = /<<(?<flush>-?)(?<marker>[\p{ID_Start}_][\p{ID_Continue}-]*)[ \t\r]*\n/uy;

/**
 * Reads `<<MARKER` or `<<-MARKER` to the line that is the marker alone; the cursor is left at the end of that line.
 * With `-` the lines lose the smallest indentation among those that begin with literal text.
 * @throws HclSyntaxError
 */
export function parseHeredoc(cursor: Cursor, readExpression: (cursor: Cursor) => Expression): Expression {
  const start = cursor.at;
  opening.lastIndex = start;
  const found = opening.exec(cursor.text);
  const marker = found?.groups?.['marker'];
  if (!found || marker === undefined) throw cursor.fault('a marker alone on its line after `<<`');
  const from = start + found[0].length;
  const last = findMarker(cursor.text, from, marker);
  if (!last) throw new HclSyntaxError(`the text has no line that is ${marker} alone`, start);
  cursor.at = from;
  const parts = cursor.within(true, () => parseTemplate(cursor, { quote: false, end: last.start }, readExpression));
  cursor.at = last.end;
  const kept = found.groups?.['flush'] === '-' ? withoutIndentation(parts, cursor.text) : parts;
  return { kind: 'template', parts: kept, start, end: cursor.at };
}

function findMarker(
  text: string,
  from: number,
  marker: string,
): { readonly start: number; readonly end: number } | undefined {
  for (let line = from; line < text.length;) {
    const feed = text.indexOf('\n', line);
    const end = feed === -1 ? text.length : feed;
    // Most lines do not even have it.
    if (text.startsWith(marker, skipSpaces(text, line)) && text.slice(line, end).trim() === marker) {
      return { start: line, end: text[end - 1] === '\r' ? end - 1 : end };
    }
    line = end + 1;
  }
  return undefined;
}

function skipSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next += 1;
  return next;
}

function withoutIndentation(parts: readonly TemplatePart[], text: string): readonly TemplatePart[] {
  const smallest = smallestIndentation(parts, text);
  if (smallest === 0 || !Number.isFinite(smallest)) return parts;
  return dedent(parts, text, smallest).filter((part) => part.kind !== 'text' || part.text !== '');
}

/** Whether a part begins at the beginning of a line. */
function beginsLine(start: number, text: string): boolean {
  return text[start - 1] === '\n';
}

function smallestIndentation(parts: readonly TemplatePart[], text: string): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.kind === 'text') {
      for (const [index, line] of part.text.split('\n').entries()) {
        if ((index > 0 || beginsLine(part.start, text)) && !(line.trim() === '' && isWhole(part, index))) {
          smallest = Math.min(smallest, line.length - line.trimStart().length);
        }
      }
    } else if (part.kind === 'value') {
      if (beginsLine(part.value.start - 2, text)) smallest = 0;
    } else {
      const bodies = part.kind === 'if' ? [part.consequent, part.alternate] : [part.body];
      for (const body of bodies) smallest = Math.min(smallest, smallestIndentation(body, text));
    }
  }
  return smallest;
}

/** Whether a line of the part is ended in it: nothing else can follow on it. */
function isWhole({ text }: TemplatePart & { kind: 'text' }, index: number): boolean {
  const lines = text.split('\n').length;
  return index < lines - 1 || text.endsWith('\n');
}

function dedent(parts: readonly TemplatePart[], text: string, width: number): readonly TemplatePart[] {
  const indentation = new RegExp(`^[ \\t]{0,${width}}`);
  return parts.map((part): TemplatePart => {
    if (part.kind === 'text') {
      const lines = part.text.split('\n');
      const cut = lines.map((line, index) =>
        index > 0 || beginsLine(part.start, text) ? line.replace(indentation, '') : line,
      );
      return { ...part, text: cut.join('\n') };
    }
    if (part.kind === 'if') {
      return {
        ...part,
        consequent: dedent(part.consequent, text, width),
        alternate: dedent(part.alternate, text, width),
      };
    }
    return part.kind === 'for' ? { ...part, body: dedent(part.body, text, width) } : part;
  });
}
