import { eventsOf } from '../../github/triggers.ts';
import type { PipelineRule } from '../../rule.ts';

const wf = (on: string, runner: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: ${on}\njobs:\n  a:\n    runs-on: ${runner}\n    steps:\n      - run: make\n`,
});

export const selfHostedUntrusted: PipelineRule = {
  id: 'pipeline/self-hosted-untrusted',
  title: 'Strangers run code on your own runner',
  severity: 'high',
  confidence: 'medium',
  cwe: [250, 284],
  tags: ['CICD-SEC-5', 'CICD-SEC-7'],
  why: 'A pull request of a fork runs its code on a machine in your network, and what it leaves there waits for the next job.',
  fix: 'Run pull requests on hosted runners, or on runners that are made for one job; ask for approval of all outside contributors.',
  dialects: ['github'],
  bad: [wf('pull_request', 'self-hosted'), wf('[push, pull_request_target]', '[self-hosted, linux]')],
  good: [wf('push', 'self-hosted'), wf('pull_request', 'ubuntu-24.04')],
  checks: {
    *job({ runner, name }, pipeline, { facts }) {
      const event = eventsOf(pipeline).find((one) =>
        /^(?:pull_request(?:_target|_review|_review_comment)?|issue_comment)$/.test(one),
      );
      const label = runner.find(({ text }) => text.toLowerCase() === 'self-hosted');
      if (event === undefined || !label) return;
      // Nobody outside can open a pull request in a private repository.
      if (/^(?:private|internal)$/.test(facts?.github?.repository?.visibility ?? '')) return;
      yield { at: label.range, message: `${name} runs on your own runner for ${event}` };
    },
  },
};
