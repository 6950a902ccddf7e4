import { textOf } from '../../../../lib/yaml/node.ts';
import type { PipelineRule } from '../../rule.ts';
import { pathOf } from '../../taint/covers.ts';

const job = (...lines: readonly string[]) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  script:\n${lines.map((line) => `    - |\n      ${line}\n`).join('')}  artifacts:\n    reports:\n      dotenv: build.env\n`,
});

export const secretInDotenv: PipelineRule = {
  id: 'pipeline/secret-in-dotenv',
  title: 'Secret is handed on in a dotenv report',
  severity: 'high',
  confidence: 'high',
  cwe: [538, 532],
  tags: ['CICD-SEC-6'],
  why: 'The report is an artifact that can be downloaded, and its variables are not masked in the jobs that get them.',
  fix: 'Let each job that needs the secret fetch it (`secrets:`, `id_tokens`), and hand on only where it is.',
  dialects: ['gitlab'],
  bad: [
    job('echo "TOKEN=$(vault kv get -field=token secret/app)" >> build.env'),
    job('echo "DB_PASSWORD=$DB_PASSWORD" > build.env'),
  ],
  good: [
    job('echo "VERSION=$CI_COMMIT_SHORT_SHA" >> build.env'),
    job('echo "TOKEN=$API_TOKEN" > local.env', 'echo "HASH=$(echo $API_TOKEN | sha256sum)" > build.env'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const reports = job.body.map('artifacts')?.map('reports')?.list('dotenv') ?? [];
      if (reports.length === 0) return;
      const taint = audit.taint(pipeline).of(job);
      for (const item of reports) {
        const path = pathOf(textOf(item) ?? '');
        const secret = taint.files.get(path)?.secret;
        const at = secret?.steps.at(-1)?.at;
        if (!secret || !at) continue;
        const message = `${path} hands ${secret.name} on, unmasked and in an artifact`;
        yield { at, message, path: [...secret.steps, { at: item.range, message: 'the file is a dotenv report' }] };
      }
    },
  },
};
