import type { TextRange } from '../../../lib/text/source-text.ts';
import type { IssueEdit } from '../rule.ts';

/**
 * Says in a comment behind a value which version it is. A comment that is there stays, with the version in front; one
 * that is a version already is replaced. Undefined where something else follows in the line.
 */
export function versionNote({ source, end }: TextRange, version: string): IssueEdit | undefined {
  const rest = /^[^\r\n]*/.exec(source.text.slice(end))?.[0] ?? '';
  if (rest.trim() === '') return { at: { source, start: end, end }, text: ` # ${version}` };
  const comment = /^(?<before>\s+#\s*)(?<old>v?\d+(?:\.\d+)*(?=\s|$))?/.exec(rest)?.groups;
  if (!comment) return undefined;
  const { before = '', old } = comment;
  if (old === version) return undefined;
  const start = end + before.length;
  return { at: { source, start, end: start + (old?.length ?? 0) }, text: old === undefined ? `${version} ` : version };
}
