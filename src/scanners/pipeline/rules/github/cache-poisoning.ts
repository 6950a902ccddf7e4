import { findReleases } from '../../gates/find-releases.ts';
import { isForMembersOnly } from '../../github/entry-guards.ts';
import { waitsForMembers } from '../../github/members-check.ts';
import { fetchesHead, privilegedCheckoutEvents } from '../../github/untrusted-checkout.ts';
import { eventsOf } from '../../github/triggers.ts';
import type { Step } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { cachePoisoningText } from '../joined-texts.ts';
import { workflow } from './workflow-example.ts';

const head =
  '      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n';
const cache = '      - uses: actions/cache@v4\n        with:\n          path: ~/.npm\n          key: npm\n';

export const cachePoisoning: PipelineRule = {
  id: 'pipeline/cache-poisoning',
  ...cachePoisoningText,
  severity: 'high',
  confidence: 'medium',
  cwe: [349, 345],
  tags: ['CICD-SEC-9', 'CICD-SEC-4'],
  dialects: ['github'],
  bad: [
    workflow('pull_request_target', `${head}${cache}      - run: npm ci\n`),
    workflow(
      'pull_request_target',
      `${head}      - uses: actions/setup-node@v4\n        with:\n          cache: npm\n      - run: npm ci\n`,
    ),
  ],
  good: [
    workflow('pull_request', `${head}${cache}      - run: npm ci\n`),
    workflow('push', `${cache}      - run: npm ci\n`),
    workflow(
      'pull_request_target',
      `${head}      - uses: actions/cache/restore@v4\n        with: { path: x, key: y }\n`,
    ),
  ],
  checks: {
    *job(job, pipeline) {
      const events = eventsOf(pipeline).filter((one) => privilegedCheckoutEvents.includes(one));
      const saving = job.steps.find(savesCache);
      const untrusted = job.steps.find((step) => events.some((one) => fetchesHead(step, one)));
      const event = untrusted && events.find((one) => fetchesHead(untrusted, one));
      if (!saving || !untrusted || event === undefined || isForMembersOnly(job) || waitsForMembers(job, pipeline))
        return;
      const releases = findReleases(pipeline).length > 0;
      yield {
        at: saving.at,
        message: `code of the pull request can fill the cache of the default branch${releases ? ', which this workflow releases from' : ''}`,
        path: [
          { at: untrusted.at, message: `${event} fetches the code of the pull request` },
          { at: saving.at, message: 'the cache is saved where other workflows restore it' },
        ],
      };
    },
  },
};

function savesCache(step: Step): boolean {
  if (step.kind !== 'use') return false;
  const { uses, inputs } = step;
  if (
    /^actions\/cache(?:\/save)?@/i.test(uses.text) ||
    /^(?:swatinem\/rust-cache|gradle\/actions\/setup-gradle|hendrikmuhs\/ccache-action)@/i.test(uses.text)
  )
    return true;
  return (
    /^actions\/setup-\w+@/i.test(uses.text) && inputs?.get('cache') !== undefined && inputs.text('cache') !== 'false'
  );
}
