import { lineStart } from '../../../../lib/text/line-start.ts';
import type { YamlScalar } from '../../../../lib/yaml/node.ts';
import type { NonEmpty } from '../../../../model/rule.ts';
import type { IssueEdit, IssueFix } from '../../rule.ts';
import type { FoldedLines } from './folded-lines.ts';

/** Makes a folded script what its author meant: a block that keeps its lines, or one line without backslashes. */
export function unfold(scalar: YamlScalar, { lines, fault }: FoldedLines): IssueFix | undefined {
  const isContinued = lines.slice(0, -1).every((line) => /\\[ \t]*$/.test(line));
  if (fault !== 'backslash' || isContinued) return toBlock(scalar, lines, fault !== 'comment');
  // Some lines are joined by folding alone: as a block they would be commands of their own.
  return withoutBackslashes(scalar);
}

function toBlock({ range, style }: YamlScalar, lines: readonly string[], safe: boolean): IssueFix | undefined {
  const { source, start, end } = range;
  const description = 'keep the lines (|)';
  if (style === 'folded') {
    const at = source.text.indexOf('>', start);
    if (at === -1 || at >= end) return undefined;
    return { description, safe, edits: [{ at: { source, start: at, end: at + 1 }, text: '|' }] };
  }
  const line = source.text.slice(lineStart(source.text, start), start);
  // Deeper than the key or dash that the value stands behind.
  const indent = `${/^\s*(?:-\s+)*/.exec(line)?.[0].replaceAll('-', ' ') ?? ''}${/[^\s-]/.test(line) ? '  ' : ''}`;
  const block = lines.map((text, index) => `${indent}${index > 0 ? '  ' : ''}${text.trim()}`).join('\n');
  const written = source.text.slice(start, end).trimEnd();
  return { description, safe, edits: [{ at: { source, start, end: start + written.length }, text: `|\n${block}` }] };
}

function withoutBackslashes({ range }: YamlScalar): IssueFix | undefined {
  const { source, start, end } = range;
  const edits = [...source.text.slice(start, end).matchAll(/[ \t]*\\[ \t]*(?=\r?\n)/g)].map((match): IssueEdit => ({
    at: { source, start: start + match.index, end: start + match.index + match[0].length },
    text: '',
  }));
  const [first, ...rest] = edits;
  if (!first) return undefined;
  const all: NonEmpty<IssueEdit> = [first, ...rest];
  return { description: 'leave the backslashes out: YAML joins the lines', safe: true, edits: all };
}
