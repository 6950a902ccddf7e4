import { lineStart } from '../../../../lib/text/line-start.ts';
import { textOf, type YamlEntry, type YamlMap } from '../../../../lib/yaml/node.ts';
import type { IssueFix } from '../../rule.ts';

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
 * `only` also compares with tags. Undefined where it is more than such a list, or where the rules would change what
 * `when: manual` means.
 */
export function onlyToRules(job: YamlMap, only: YamlEntry): IssueFix | undefined {
  if (['rules', 'except', 'when', 'allow_failure'].some((keyword) => job.get(keyword) !== undefined)) return undefined;
  const { key, value } = only;
  if (value.kind === 'map' || value.tag !== undefined || key.range.source !== value.range.source) return undefined;
  const items = value.kind === 'sequence' ? value.items : [value];
  const lines = items.map((item) => conditionOf(textOf(item) ?? ''));
  const { source, start } = key.range;
  const indent = source.text.slice(lineStart(source.text, start), start);
  const isBlock = /^[ \t]+$/.test(indent) && !/#|[*&]/.test(source.text.slice(start, value.range.end));
  if (!isBlock || lines.length === 0 || lines.includes(undefined)) return undefined;
  const written = source.text.slice(start, value.range.end).trimEnd();
  const rules = lines.map((line) => `\n${indent}  - if: ${line}`).join('');
  return {
    description: 'say the same with rules',
    safe: true,
    edits: [{ at: { source, start, end: start + written.length }, text: `rules:${rules}` }],
  };
}

function conditionOf(word: string): string | undefined {
  const known = conditions.get(word);
  if (known !== undefined) return known;
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(word) && !otherWords.has(word) ? `$CI_COMMIT_BRANCH == "${word}"` : undefined;
}
