import { lineStart } from '../../../../lib/text/line-start.ts';
import type { Job } from '../../model/job.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { textOfJob } from './deploy-settings.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});

const gh = (rest: string, command = './deploy.sh') => ({
  path: '.github/workflows/d.yml',
  code: `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n${rest}    steps:\n      - run: ${command}\n`,
});

export const noDeployWindow: PipelineRule = {
  id: 'pipeline/no-deploy-window',
  title: 'Production can be deployed at any time',
  severity: 'low',
  confidence: 'medium',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'At night and on holidays nobody watches and nobody is there to take it back; attackers choose that time.',
  fix: "Set a freeze period and let the job obey it (`if: $CI_DEPLOY_FREEZE` with `when: never`), or a variable that a condition asks (`if: vars.DEPLOY_FREEZE != 'true'`), or ask `portcullis gate deploy`, which knows windows.",
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [job(''), job('  only: [main]\n'), gh(''), gh("    if: github.ref == 'refs/heads/main'\n")],
  good: [
    job('  rules:\n    - if: $CI_DEPLOY_FREEZE\n      when: never\n    - if: $CI_COMMIT_BRANCH == "main"\n'),
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script: [portcullis gate deploy, ./deploy.sh]\n  environment: production\n',
    },
    gh("    if: vars.DEPLOY_FREEZE != 'true'\n"),
    gh('', 'portcullis gate deploy && ./deploy.sh'),
  ],
  checks: {
    *job(one) {
      if (!deploysToProduction(one) || window.test(whenAndWhat(one))) return;
      const fix = freezing(one);
      yield {
        at: one.environment?.name.range ?? one.at,
        message: `${one.name} knows no time when it must not run`,
        ...(fix && { fixes: [fix] }),
      };
    },
  },
};

/** A first rule that holds while a freeze period lasts. */
function freezing({ body }: Job): IssueFix | undefined {
  const [first] = body.list('rules');
  if (first?.kind !== 'map') return undefined;
  const { source, start } = first.range;
  const begin = lineStart(source.text, start);
  const dash = source.text.slice(begin, start);
  const isOwn = start >= body.range.start && first.range.end <= body.range.end && body.range.source === source;
  if (!isOwn || !/^\s*-\s+$/.test(dash)) return undefined;
  const text = `${dash}if: $CI_DEPLOY_FREEZE\n${dash.replace('-', ' ')}when: never\n`;
  return {
    description: 'obey the freeze periods of the project',
    safe: false,
    edits: [{ at: { source, start: begin, end: begin }, text }],
  };
}

const window = /freeze|portcullis gate deploy/i;

/** Scripts and conditions of a job, by either platform. */
function whenAndWhat(one: Job): string {
  return `${textOfJob(one)}\n${one.body.text('if') ?? ''}`;
}
