import type { ShellExpansion } from '../../../lib/shell/shell-command.ts';
import type { IssueEdit } from '../rule.ts';
import type { TracedCommand } from '../taint/job-taint.ts';

/** Puts quotes around an expansion; undefined where YAML would need other quotes as well. */
export function quote({ text, step, path }: TracedCommand, { start, end }: ShellExpansion): IssueEdit | undefined {
  const at = text.range(start, end);
  const written = at.source.text.slice(at.start, at.end);
  if (!/^\$(?:\w+|\{\w+\})$/.test(written)) return undefined;
  if (path === undefined) {
    const scalar = step.script.scalars.find(({ range }) => range.start <= at.start && at.end <= range.end);
    if (!scalar || scalar.style === 'double' || scalar.range.start === at.start) return undefined;
  } else if (!path.endsWith('sh')) {
    return undefined;
  }
  return { at, text: `"${written}"` };
}
