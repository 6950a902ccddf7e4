import { textOf } from '../../../../lib/yaml/node.ts';
import type { PipelineRule } from '../../rule.ts';
import { threat } from '../../taint/threat.ts';
import { pathOf } from '../../taint/covers.ts';

const job = (...lines: readonly string[]) => ({
  path: '.gitlab-ci.yml',
  code: `notes:\n  script:\n${lines.map((line) => `    - |\n      ${line}\n`).join('')}  artifacts:\n    reports:\n      dotenv: build.env\n`,
});

export const dotenvPoisoning: PipelineRule = {
  id: 'pipeline/dotenv-poisoning',
  title: 'Text of several lines is written into a dotenv report',
  severity: 'high',
  confidence: 'high',
  cwe: [93, 345],
  tags: ['CICD-SEC-9', 'CICD-SEC-4'],
  why: 'Every line of the report is a variable of the later jobs, stronger than the variables that those jobs declare. A line break in the value adds any variable: PATH, LD_PRELOAD, the name of the image to deploy.',
  fix: 'Write only values of one line (`tr -d "\\r\\n"`, `base64 -w0`), or pass the text as a file of the artifacts.',
  dialects: ['gitlab'],
  bad: [
    job('echo "NOTES=$CI_COMMIT_MESSAGE" >> build.env'),
    job('NOTES=$(git log -1 --format=%B)', 'printf "NOTES=%s\\n" "$NOTES" > build.env'),
  ],
  good: [
    job('echo "TITLE=$CI_COMMIT_TITLE" >> build.env', 'echo "TAG=$CI_COMMIT_TAG" >> build.env'),
    job('echo "NOTES=$(echo "$CI_COMMIT_MESSAGE" | base64 -w0)" >> build.env', 'echo "$CI_COMMIT_MESSAGE" > notes.txt'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const reports = job.body.map('artifacts')?.map('reports')?.list('dotenv') ?? [];
      if (reports.length === 0) return;
      const taint = audit.taint(pipeline).of(job);
      for (const item of reports) {
        const flow = taint.files.get(pathOf(textOf(item) ?? ''));
        const untrusted = flow?.untrusted;
        const written = untrusted?.steps.at(-1)?.at;
        if (!untrusted?.multiline || untrusted.form !== 'arbitrary' || !written) continue;
        const message = `a line break in ${untrusted.source} adds variables to all later jobs`;
        yield threat('critical', untrusted, { at: written, message }, job, taint);
      }
    },
  },
};
