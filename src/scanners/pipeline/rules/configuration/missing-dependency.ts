import { canRun } from '../../scenarios/scenario.ts';
import { findJob } from '../../model/find-job.ts';
import type { Job } from '../../model/job.ts';
import type { TextRange } from '../../../../lib/text/source-text.ts';
import { lineStart } from '../../../../lib/text/line-start.ts';
import { addAfter } from '../../fix/edit-entry.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';

const build =
  'build:\n  stage: build\n  script: [make]\n  artifacts: { paths: [out/] }\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n';

export const missingDependency: PipelineRule = {
  id: 'pipeline/missing-dependency',
  title: 'Job runs where what it needs does not',
  severity: 'medium',
  confidence: 'high',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'With needs the whole pipeline is refused; with dependencies the job works on nothing, or on what an earlier pipeline left: a scan passes without having seen the build.',
  fix: 'Give both jobs the same rules, or say `optional: true` where it is meant.',
  dialects: ['gitlab'],
  bad: [
    { path: '.gitlab-ci.yml', code: `${build}scan:\n  script: [./scan.sh]\n  needs: [build]\n` },
    { path: '.gitlab-ci.yml', code: `${build}scan:\n  script: [./scan.sh]\n  dependencies: [build]\n` },
    { path: '.gitlab-ci.yml', code: 'scan:\n  script: [./scan.sh]\n  needs: [biuld]\n' },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'test:\n  script: [make]\n  parallel: { matrix: [{ OS: [linux, mac] }] }\nscan:\n  script: [x]\n  needs: ["test: [mac]"]\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'include:\n  - template: A.yml\nnightly:\n  extends: .nightly\n  needs: [build]\nbuild:\n  script: [make]\n  only: [tags]\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: `${build}scan:\n  script: [./scan.sh]\n  needs: [{ job: build, optional: true }]\n`,
    },
    {
      path: '.gitlab-ci.yml',
      code: `${build}scan:\n  script: [./scan.sh]\n  needs: [build]\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n`,
    },
    {
      path: 'templates/scan.yml',
      code: 'spec:\n  inputs:\n    stage: { default: test }\n---\nscan:\n  stage: $[[ inputs.stage ]]\n  script: [./scan.sh]\n  needs: [build]\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'include:\n  - project: a/b\n    file: c.yml\n    ref: v1\nscan:\n  script: [./scan.sh]\n  needs: [build]\n',
    },
  ],
  checks: {
    *job(job, pipeline, audit) {
      const matrix = audit.scenarios(pipeline);
      for (const { name, at } of wantedBy(job)) {
        const other = findJob(pipeline, name);
        if (!other) {
          const isOpen = pipeline.component === true || pipeline.holes.length > 0 || name.includes('$');
          if (!isOpen) yield { at, message: `there is no job ${name}` };
          continue;
        }
        const gaps = matrix
          .runsOf(job)
          .filter(
            (run, index) =>
              (run.runs === 'yes' || run.runs === 'manual') &&
              matrix.runsOf(other)[index]?.runs === 'no' &&
              canRun(run),
          );
        const [first] = gaps;
        if (!first) continue;
        const fix = sameConditions(job, other);
        yield {
          at,
          message: `${job.name} runs on ${first.scenario.title}${gaps.length > 1 ? ` and ${gaps.length - 1} more ways` : ''}, ${name} does not`,
          ...(fix && { fixes: [fix] }),
        };
      }
    },
  },
};

/** The conditions of the one for the other, where it has none; undefined where they are not written in lines of their own. */
function sameConditions(job: Job, other: Job): IssueFix | undefined {
  const keywords = ['rules', 'only', 'except', 'when'];
  if (keywords.some((keyword) => job.body.get(keyword))) return undefined;
  const written = keywords.filter((keyword) => other.body.get(keyword));
  const [keyword] = written;
  const entry = keyword === undefined || written.length > 1 ? undefined : other.body.entry(keyword);
  const last = job.body.entry('script') ?? job.body.entries.at(-1);
  if (!entry || !last || keyword === 'when') return undefined;
  const { source, start } = entry.key.range;
  if (entry.value.range.source !== source || last.key.range.source !== source) return undefined;
  const indent = source.text.slice(lineStart(source.text, start), start);
  const text = source.text.slice(start, entry.value.range.end).trimEnd();
  const edit =
    indent.trim() === '' && !/[*&]/.test(text) ? addAfter(last, text.replaceAll(`\n${indent}`, '\n')) : undefined;
  return edit && { description: `let ${job.name} run where ${other.name} does`, safe: false, edits: [edit] };
}

function wantedBy({ needs, body }: Job): readonly { readonly name: string; readonly at: TextRange }[] {
  const needed = (needs ?? []).filter(({ optional }) => !optional).map(({ job, at }) => ({ name: job, at }));
  const dependencies = body
    .list('dependencies')
    .flatMap((item) => (item.kind === 'scalar' ? [{ name: item.text, at: item.range }] : []));
  return [...needed, ...dependencies];
}
