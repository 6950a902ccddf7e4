import { indentation, isComment, type LineOutline } from './line-outline.ts';

/** Lines from the first to the last, both counted, from 1. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines that a comment is about: the node that begins on its line or, where it has the line for itself, the one
 * below; a comment that is indented more than what follows belongs to what is above.
 * @param index of the comment's line, from 0
 * @param inItem whether a comment anywhere in an item of a list (a step) is about the whole item
 */
export function commentReach(
  lines: readonly string[],
  outline: LineOutline,
  index: number,
  inItem: boolean,
): readonly LineSpan[] {
  const subject = isComment(lines[index] ?? '') ? subjectOf(lines, outline, index) : index;
  const nodes = [subject, inItem ? outline.item(index) : -1].filter((at) => at !== -1);
  return [{ first: index + 1, last: index + 1 }, ...nodes.map((at) => ({ first: at + 1, last: outline.last(at) + 1 }))];
}

function subjectOf(lines: readonly string[], outline: LineOutline, index: number): number {
  const next = outline.next(index);
  const isAboveNext = next !== -1 && indentation(lines[next] ?? '') >= indentation(lines[index] ?? '');
  return isAboveNext ? next : outline.above(index);
}
