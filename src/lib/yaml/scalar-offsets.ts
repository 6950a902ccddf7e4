import type { Substitution, YamlScalar } from './node.ts';

/**
 * Where each character of a scalar's value was written: `result[i]` is the offset in the source of character i, and
 * the last element, at index `text.length`, is where the value ends. White space that YAML folded or cut has the offset
 * of its line's end or beginning.
 */
export function scalarOffsets(scalar: YamlScalar): Uint32Array {
  const { text, style, range, original } = scalar;
  if (original) return throughSubstitutions(text, scalarOffsets(original.scalar), original.substitutions);
  const source = range.source.text;
  const offsets = new Uint32Array(text.length + 1);
  const block = style === 'literal' || style === 'folded';
  let at = style === 'plain' ? range.start : contentStart(source, range.start, style);
  for (let index = 0; index < text.length; index++) {
    const wanted = text.charAt(index);
    if (!isBlank(wanted)) at = skipBlanks(source, at, range.end);
    if (style === 'double') at = skipEscapedBreaks(source, at);
    offsets[index] = at;
    const escape = style === 'double' && standsFor(source, at, wanted) ? escapeLength(source, at) : 0;
    if (escape > 0) {
      at += escape;
      // One escape can stand for two units.
      if (escape === 10 && (text.codePointAt(index) ?? 0) > 0xffff) offsets[++index] = at;
    } else if (isBlank(wanted)) {
      at = block ? afterBlank(source, at, wanted) : afterFold(source, at);
    } else {
      at += style === 'single' && wanted === "'" ? 2 : 1;
    }
    at = Math.min(at, range.end);
  }
  offsets[text.length] = at;
  return offsets;
}

/** What was put in stands where its placeholder begins. */
function throughSubstitutions(text: string, written: Uint32Array, substitutions: readonly Substitution[]): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let shift = 0;
  let next = 0;
  for (let index = 0; index <= text.length; index++) {
    let substitution = substitutions[next];
    while (substitution && index >= substitution.end) {
      shift = substitution.to - substitution.end;
      substitution = substitutions[++next];
    }
    const inside = substitution && index >= substitution.start ? substitution.from : index + shift;
    offsets[index] = written[Math.min(inside, written.length - 1)] ?? 0;
  }
  return offsets;
}

function contentStart(source: string, start: number, style: YamlScalar['style']): number {
  if (style === 'single' || style === 'double') return start + 1;
  const newline = source.indexOf('\n', start);
  return newline === -1 ? source.length : newline + 1;
}

function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(source[at])) at++;
  return at;
}

function skipEscapedBreaks(source: string, at: number): number {
  const breaks = /(?:\\\r?\n[ \t]*)+/y;
  breaks.lastIndex = at;
  return breaks.test(source) ? breaks.lastIndex : at;
}

/** A line break stands for one character, however it is written; blanks that YAML cut are passed later. */
function afterBlank(source: string, at: number, wanted: string): number {
  if (!isBlank(source[at])) return at;
  return source[at] === '\r' && wanted === '\n' ? at + 2 : at + 1;
}

/** In flow scalars the blanks around a line break are no content (YAML 1.2.2 §6.5). */
function afterFold(source: string, at: number): number {
  const fold = /[ \t]*(?:\r?\n[ \t]*)+/y;
  fold.lastIndex = at;
  if (fold.test(source)) return fold.lastIndex;
  return isBlank(source[at]) ? at + 1 : at;
}

/** Whether an escape stands here, and for what is wanted: a fold before it may have given several line breaks. */
function standsFor(source: string, at: number, wanted: string): boolean {
  if (source[at] !== '\\') return false;
  return !isBlank(wanted) || /[ntrxuU \t]/.test(source[at + 1] ?? '');
}

function escapeLength(source: string, at: number): number {
  const kind = source[at + 1];
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
}

function isBlank(text: string | undefined): boolean {
  return text === ' ' || text === '\n' || text === '\t' || text === '\r';
}
