import { parseShell } from '../../../../lib/shell/parse-shell.ts';
import type { YamlScalar } from '../../../../lib/yaml/node.ts';

/** Longer values are not compared: reading them twice would cost more than it finds. */
const longest = 20_000;

export interface FoldedLines {
  /** The lines as their author wrote them, without indentation that YAML does not count. */
  readonly lines: readonly string[];
  readonly fault: 'backslash' | 'comment' | 'syntax';
}

/** What YAML's folding has made of a script that was written in lines; undefined when it is what was meant. */
export function foldedLines({ style, range, text }: YamlScalar): FoldedLines | undefined {
  if (style !== 'plain' && style !== 'folded') return undefined;
  const written = range.source.text.slice(range.start, range.end).trimEnd();
  if (!written.includes('\n') || written.length > longest) return undefined;
  const lines = written.split(/\r?\n/).slice(style === 'folded' ? 1 : 0);
  const isContinued = lines.slice(0, -1).some((line) => /\\[ \t]*$/.test(line));
  if (isContinued && /\\ /.test(text)) return { lines, fault: 'backslash' };
  if (swallows(lines, text)) return { lines, fault: 'comment' };
  return breaks(lines, text) ? { lines, fault: 'syntax' } : undefined;
}

/** A line that was a comment, in the middle of a line now: what follows belongs to it. */
function swallows(lines: readonly string[], text: string): boolean {
  const comments = lines.slice(0, -1).filter((line) => /^\s*#/.test(line));
  return comments.some((line) => {
    const at = text.indexOf(line.trim());
    const end = text.indexOf('\n', at);
    return at !== -1 && (end === -1 ? text.length : end) > at + line.trim().length + 1;
  });
}

/** The lines are a script, and what is left of them is none. */
function breaks(lines: readonly string[], text: string): boolean {
  return parseShell(text).problems.length > 0 && parseShell(lines.join('\n')).problems.length === 0;
}
