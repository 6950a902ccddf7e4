import type { TextRange } from '../../../../lib/text/source-text.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';

const job = (tags: string, rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `build:\n  tags: [${tags}]\n  script: [make]\n${rest}`,
});
const onRequest = '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n';
const workflow = (trigger: string, runner: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: ${trigger}\njobs:\n  a:\n    runs-on: ${runner}\n    steps:\n      - uses: actions/checkout@v4\n      - run: make\n`,
});

export const selfHostedUntrusted: PipelineRule = {
  id: 'pipeline/self-hosted-untrusted',
  title: "Strangers' code runs on a machine of your own",
  severity: 'high',
  confidence: 'medium',
  cwe: [250, 653],
  tags: ['CICD-SEC-5', 'CICD-SEC-7', 'CICD-SEC-4'],
  why: 'Code of a fork runs on a machine that lives on and stands in your network: it stays there, reads what later jobs use, and reaches what the machine reaches.',
  fix: 'Run such jobs on hosted or throw-away machines; keep runners of your own for protected branches, in a group that forks can not reach.',
  dialects: ['gitlab', 'github'],
  bad: [
    job('self-hosted', onRequest),
    job('on-prem, shell', onRequest),
    workflow('pull_request', 'self-hosted'),
    workflow('[push, pull_request]', '[self-hosted, linux, x64]'),
  ],
  good: [
    job('saas-linux-small-amd64', onRequest),
    job('self-hosted', '  only: [main]\n'),
    workflow('push', 'self-hosted'),
    workflow('pull_request', 'ubuntu-24.04'),
  ],
  checks: {
    *job(one, pipeline, audit) {
      const tag = one.runner.find(({ text }) => /^(?:self-hosted|on-?prem(?:ises)?|bare-?metal|shell)$/i.test(text));
      if (!tag) return;
      if (pipeline.dialect === 'github') {
        const fork = forkTrigger.exec(writtenAt(pipeline.document.get('on')?.range))?.[0];
        // A condition may let members in only; it is read by a rule of its own.
        if (fork === undefined || one.body.get('if')) return;
        yield { at: tag.range, message: `${one.name} runs the code of ${fork} on a machine of your own` };
        return;
      }
      const open = audit
        .scenarios(pipeline)
        .runsOf(one)
        .find((run) => run.scenario.id === 'merge-request-fork-in-parent' && canRun(run));
      if (open)
        yield {
          at: tag.range,
          message: `${one.name} runs on a machine of your own (${tag.text}): ${open.scenario.title}`,
        };
    },
  },
};

const forkTrigger = /pull_request(?:_target)?|issue_comment/;

function writtenAt(range: TextRange | undefined): string {
  return range ? range.source.text.slice(range.start, range.end) : '';
}
