import { isForMembersOnly } from '../../github/entry-guards.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';
import { selfHostedText } from '../joined-texts.ts';

const wf = (on: string, runner: string, condition = 'true') => ({
  path: '.github/workflows/a.yml',
  code: `on: ${on}\njobs:\n  a:\n    if: ${condition}\n    runs-on: ${runner}\n    steps:\n      - run: make\n`,
});

export const selfHostedUntrusted: PipelineRule = {
  id: 'pipeline/self-hosted-untrusted',
  ...selfHostedText,
  severity: 'high',
  confidence: 'medium',
  cwe: [250, 284],
  tags: ['CICD-SEC-5', 'CICD-SEC-7'],
  dialects: ['github'],
  bad: [
    wf('pull_request', 'self-hosted'),
    wf('[push, pull_request_target]', '[self-hosted, linux]'),
    wf('issue_comment', 'self-hosted', "contains(github.event.comment.body, '/run')"),
  ],
  good: [
    wf('push', 'self-hosted'),
    wf('pull_request', 'ubuntu-24.04'),
    wf('[push, pull_request]', 'self-hosted', "github.event_name == 'push'"),
    wf('pull_request', 'self-hosted', 'github.event.pull_request.head.repo.full_name == github.repository'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const label = job.runner.find(({ text }) => text.toLowerCase() === 'self-hosted');
      // Nobody outside can open a pull request in a private repository.
      const visibility = audit.facts?.github?.repository?.visibility ?? '';
      if (!label || /^(?:private|internal)$/.test(visibility) || isForMembersOnly(job)) return;
      const open = audit
        .scenarios(pipeline)
        .runsOf(job)
        .find((run) => fromOutside.has(run.scenario.id) && canRun(run));
      if (!open) return;
      yield {
        at: label.range,
        message: `${job.name} runs on your own runner: ${open.scenario.title}`,
        // What the condition depends on may keep strangers out.
        ...(open.runs === 'unknown' && { severity: 'medium' as const, confidence: 'low' as const }),
      };
    },
  },
};

const fromOutside: ReadonlySet<string> = new Set(['pull-request-fork', 'pull-request-target', 'issue-comment']);
