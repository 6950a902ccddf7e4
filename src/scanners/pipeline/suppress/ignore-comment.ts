import { oncePer } from '../../../lib/once-per.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import { foreignRules, type ForeignTool } from './foreign-rules.ts';
import { commentReach, type LineSpan } from './comment-reach.ts';
import { LineOutline } from './line-outline.ts';

/** A comment in a definition that takes findings of some rules for known and accepted. */
export interface IgnoreComment {
  /** Undefined: it is written for this program. */
  readonly tool?: ForeignTool;
  /** As written, without `pipeline/`; those of other tools as they call them. */
  readonly ids: readonly string[];
  /** The ids of our rules that it means. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, as written. */
  readonly until?: string;
  readonly at: TextRange;
  /** The lines whose findings it is about. */
  readonly reach: readonly LineSpan[];
}

const opening = '(?:^|\\s)(?:#|//)[ \\t]*';
const own = new RegExp(`${opening}(?<at>portcullis:[ \\t]*ignore\\b)(?:\\[(?<ids>[^\\]]*)\\])?(?<rest>.*)$`, 'd');
/** The forms that the tools document. zizmor: "Usage", with comments; glsec: "Suppressions"; Checkov: "Suppressing and skipping policies". */
const foreign: readonly { readonly tool: ForeignTool; readonly form: RegExp }[] = [
  { tool: 'zizmor', form: new RegExp(`${opening}(?<at>zizmor:[ \\t]*ignore)\\[(?<ids>[^\\]]*)\\](?<rest>.*)$`, 'd') },
  {
    tool: 'glsec',
    form: new RegExp(
      `${opening}(?<at>glsec:ignore)[ \\t]+(?<ids>\\w+)(?:[ \\t]+exp:(?<until>\\S+))?(?:[ \\t]+--(?<rest>.*))?`,
      'd',
    ),
  },
  { tool: 'checkov', form: new RegExp(`${opening}(?<at>checkov:skip)=(?<ids>[\\w,]+)(?::(?<rest>.*))?`, 'd') },
];
const marker = /portcullis:[ \t]*ignore|zizmor:[ \t]*ignore|glsec:ignore|checkov:skip/;

/** The comments of a file, in the order of its lines. */
export const ignoreComments: (source: SourceText) => readonly IgnoreComment[] = oncePer((source) => {
  if (!marker.test(source.text)) return [];
  const lines = source.text.split(/\r?\n/);
  const outline = new LineOutline(lines);
  return lines.flatMap((line, index) => (marker.test(line) ? readLine(line, { source, lines, outline, index }) : []));
});

interface Place {
  readonly source: SourceText;
  readonly lines: readonly string[];
  readonly outline: LineOutline;
  /** Of the line, from 0. */
  readonly index: number;
}

function readLine(line: string, place: Place): readonly IgnoreComment[] {
  const ours = own.exec(line);
  if (ours) return toComment(ours, place);
  return foreign.flatMap(({ tool, form }) => {
    const found = form.exec(line);
    return found ? toComment(found, place, tool) : [];
  });
}

function toComment(match: RegExpExecArray, place: Place, tool?: ForeignTool): readonly IgnoreComment[] {
  const { ids: list = '', rest = '', until: dated } = match.groups ?? {};
  const ids = list
    .split(',')
    .map((id) => id.trim().replace(/^pipeline\//, ''))
    .filter((id) => id !== '');
  // Another scanner's rules are another scanner's matter.
  if (tool === undefined && ids.length > 0 && ids.every((id) => id.includes('/'))) return [];
  const until = dated ?? (tool === undefined ? /(?:^|\s)until=(?<day>\S*)/.exec(rest)?.groups?.['day'] : undefined);
  const reason = rest
    .replace(/(?:^|\s)until=\S*/, ' ')
    .replace(/^[\s:;,—–-]+/, '')
    .trim();
  const [from = 0] = match.indices?.groups?.['at'] ?? [];
  const { source, lines, outline, index } = place;
  const start = source.offset(index + 1, 1) ?? 0;
  return [
    {
      ...(tool !== undefined && { tool }),
      ids,
      rules: ids.flatMap((id) => (tool === undefined ? [`pipeline/${id}`] : (foreignRules[tool].get(id) ?? []))),
      reason,
      ...(until !== undefined && { until }),
      at: { source, start: start + from, end: start + match.index + match[0].trimEnd().length },
      reach: commentReach(lines, outline, index, tool !== undefined),
    },
  ];
}
