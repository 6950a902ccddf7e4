import { decidingFiles, startedPipelines } from '../../codeowners/deciding-files.ts';
import { findCodeowners } from '../../codeowners/find-codeowners.ts';
import type { PipelineRule } from '../../rule.ts';

const gitlab = 'a:\n  script: make test\n';
const github = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n';

export const scmCodeownersMissing: PipelineRule = {
  id: 'pipeline/scm-codeowners-missing',
  title: 'Nobody owns the pipeline',
  severity: 'low',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1', 'CIS-1.1.7'],
  why: 'Without owners, anybody who may approve anything may approve a change of the pipeline.',
  fix: 'Write a CODEOWNERS file that names owners for the definition of the pipeline, for the scripts that it runs, and for itself.',
  dialects: ['gitlab', 'github'],
  // Where every change needs an approval by few people, owners add little.
  pedantic: true,
  bad: [
    { code: gitlab },
    { code: gitlab, beside: { '.github/CODEOWNERS': '* @a\n' } },
    { path: '.github/workflows/ci.yml', code: github },
    { path: '.github/workflows/ci.yml', code: github, beside: { '.gitlab/CODEOWNERS': '* @a\n' } },
  ],
  good: [
    { code: gitlab, beside: { CODEOWNERS: '* @a\n' } },
    { code: gitlab, beside: { '.gitlab/CODEOWNERS': '* @a\n' } },
    { path: '.github/workflows/ci.yml', code: github, beside: { 'docs/CODEOWNERS': '* @a\n' } },
    { path: 'examples/.github/workflows/ci.yml', code: github },
  ],
  checks: {
    *repository(pipelines, { files }) {
      for (const dialect of ['gitlab', 'github'] as const) {
        if (findCodeowners(dialect, files)) continue;
        const path = decidingFiles(startedPipelines(dialect, pipelines), files).find((one) => one.startsWith('.'));
        const source = path === undefined ? undefined : files.read(path);
        if (!source) continue;
        yield {
          at: { source, start: 0, end: 0 },
          message: `no CODEOWNERS file says who must approve changes of ${path}`,
        };
      }
    },
  },
};
