import { lineStart } from '../../../../lib/text/line-start.ts';
import { textOf, type YamlEntry, type YamlMap } from '../../../../lib/yaml/node.ts';
import { removeEntry } from '../../fix/edit-entry.ts';
import type { IssueEdit, IssueFix } from '../../rule.ts';

/** Words of `only:refs` as conditions (GitLab documentation, "Deprecated keywords"). */
const conditions: ReadonlyMap<string, string> = new Map([
  ['branches', '$CI_COMMIT_BRANCH'],
  ['tags', '$CI_COMMIT_TAG'],
  ['merge_requests', '$CI_PIPELINE_SOURCE == "merge_request_event"'],
  ['schedules', '$CI_PIPELINE_SOURCE == "schedule"'],
  ['web', '$CI_PIPELINE_SOURCE == "web"'],
  ['triggers', '$CI_PIPELINE_SOURCE == "trigger"'],
  ['api', '$CI_PIPELINE_SOURCE == "api"'],
  ['pipelines', '$CI_PIPELINE_SOURCE == "pipeline"'],
]);
const otherWords: ReadonlySet<string> = new Set(['chat', 'external', 'external_pull_requests', 'pushes', 'kubernetes']);

/**
 * Writes a list of branches and words under `only` as rules that hold in the same cases; a name means the branch, which
 * `only` also compares with tags. `when` and `allow_failure` move into the rules. Undefined where it is more than such a list.
 */
export function onlyToRules(job: YamlMap, only: YamlEntry): IssueFix | undefined {
  if (['rules', 'except'].some((keyword) => job.get(keyword) !== undefined)) return undefined;
  const { key, value } = only;
  if (value.kind === 'map' || value.tag !== undefined || key.range.source !== value.range.source) return undefined;
  const items = value.kind === 'sequence' ? value.items : [value];
  const lines = items.map((item) => conditionOf(textOf(item) ?? ''));
  const { source, start } = key.range;
  const indent = source.text.slice(lineStart(source.text, start), start);
  const isBlock = /^[ \t]+$/.test(indent) && !/#|[*&]/.test(source.text.slice(start, value.range.end));
  if (!isBlock || lines.length === 0 || lines.includes(undefined)) return undefined;
  const written = source.text.slice(start, value.range.end).trimEnd();
  const moved = movedKeywords(job);
  if (!moved) return undefined;
  const rest = moved.lines.map((line) => `\n${indent}    ${line}`).join('');
  const rules = lines.map((line) => `\n${indent}  - if: ${line}${rest}`).join('');
  return {
    description: 'say the same with rules',
    safe: true,
    edits: [{ at: { source, start, end: start + written.length }, text: `rules:${rules}` }, ...moved.edits],
  };
}

interface Moved {
  readonly lines: readonly string[];
  readonly edits: readonly IssueEdit[];
}

/** What `when` and `allow_failure` of the job are inside a rule; undefined where they can not be taken out. */
function movedKeywords(job: YamlMap): Moved | undefined {
  const [when, mayFail] = [job.entry('when'), job.entry('allow_failure')];
  const said = when?.value.kind === 'scalar' ? when.value.text : undefined;
  if (when && (said === undefined || !/^(?:manual|always|on_success|on_failure)$/.test(said))) return undefined;
  const isManual = said === 'manual';
  // Outside of rules a manual job is optional unless it says otherwise, inside it blocks: that is to be said first.
  if (isManual && !mayFail) return undefined;
  const lines: string[] = [];
  const edits: IssueEdit[] = [];
  for (const entry of [when, isManual ? mayFail : undefined]) {
    if (!entry) continue;
    const removal = removeEntry(entry);
    if (!removal || entry.value.kind !== 'scalar' || !isWrittenIn(job, entry)) return undefined;
    lines.push(`${entry.key.text}: ${entry.value.text}`);
    edits.push(removal);
  }
  return { lines, edits };
}

/** Not in a job that it is inherited from. */
function isWrittenIn({ range }: YamlMap, { key }: YamlEntry): boolean {
  return key.range.source === range.source && key.range.start >= range.start && key.range.end <= range.end;
}

function conditionOf(word: string): string | undefined {
  const known = conditions.get(word);
  if (known !== undefined) return known;
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(word) && !otherWords.has(word) ? `$CI_COMMIT_BRANCH == "${word}"` : undefined;
}
