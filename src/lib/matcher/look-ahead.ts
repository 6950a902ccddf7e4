/** One element of an expression: class, backreference, escape, group opening, quantifier, or a single character. */
const element =
  /\[(?:[^\]\\]|\\[^])*\]|\\k<[^>]*>|\\[1-9]\d*|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/giy;

interface Group {
  readonly lookahead: boolean;
  readonly lookbehind: boolean;
  /** Widest alternative so far, width of the current one, and of its last term. */
  widest: number;
  width: number;
  term: number;
  /** Farthest look past the place where the group stands. */
  ahead: number;
}

/**
 * How many characters after the end of a match decide whether it is one: lookaheads, `$` and word boundaries. At
 * least 1; Infinity when there is no bound. `source` is a valid JavaScript expression without the flag `v`
 * (ECMA-262, section 22.2.1).
 */
export function measureLookAhead(source: string): number {
  const stack: Group[] = [];
  let group = openGroup('(');
  for (const [text] of source.matchAll(element)) {
    if (text.startsWith('(')) {
      stack.push(group);
      group = openGroup(text);
    } else if (text === ')') {
      const outer = stack.pop();
      if (outer) closeGroup(group, outer);
      group = outer ?? group;
    } else if (text === '|') {
      group.widest = Math.max(group.widest, group.width);
      [group.width, group.term] = [0, 0];
    } else if (/^(?:[*+?]|\{\d+(?:,\d*)?\})\??$/.test(text)) {
      const times = mostTimes(text);
      group.width += group.term === 0 || times === 1 ? 0 : group.term * (times - 1);
    } else if (text === '$' || text === '^' || /^\\b$/i.test(text)) {
      group.term = 0;
      group.ahead = Math.max(group.ahead, 1);
    } else {
      group.term = /^\\(?:k<|[1-9])/.test(text) ? Infinity : 1;
      group.width += group.term;
    }
  }
  return Math.max(1, group.ahead);
}

function openGroup(text: string): Group {
  const lookahead = text === '(?=' || text === '(?!';
  const lookbehind = text === '(?<=' || text === '(?<!';
  return { lookahead, lookbehind, widest: 0, width: 0, term: 0, ahead: 0 };
}

function closeGroup(group: Group, outer: Group): void {
  const width = Math.max(group.widest, group.width);
  outer.term = group.lookahead || group.lookbehind ? 0 : width;
  outer.width += outer.term;
  outer.ahead = Math.max(outer.ahead, group.ahead + (group.lookahead ? width : 0));
}

/** `{0}` counts as once: the bound may be too large, never too small. */
function mostTimes(quantifier: string): number {
  if (quantifier.startsWith('?')) return 1;
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least === undefined) return Infinity;
  if (comma === '') return Math.max(1, Number(least));
  return most === '' ? Infinity : Math.max(1, Number(most));
}
