import { findReleases } from '../../gates/find-releases.ts';
import { restoresCache } from '../../github/cache-use.ts';
import type { Job } from '../../model/job.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const node = (rest: string) =>
  `      - uses: actions/setup-node@v4\n        with:\n          node-version: 22\n${rest}`;
const publish = '      - run: npm ci\n      - run: npm publish\n';

export const cacheInRelease: PipelineRule = {
  id: 'pipeline/cache-in-release',
  title: 'Release is built with what a cache brings',
  severity: 'medium',
  confidence: 'medium',
  cwe: [349, 345],
  tags: ['CICD-SEC-9', 'SLSA-L3'],
  why: 'Whatever ran once on the default branch, in any workflow, could write the cache; what it left there becomes a part of what is published, with a valid provenance.',
  fix: 'Build releases without caches: no `cache:` at the setup action, no cache action in the job that builds what is published.',
  references: ['https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching'],
  dialects: ['github'],
  pedantic: true,
  bad: [
    workflow('release', node('          cache: npm\n') + publish),
    workflow('push', `      - uses: actions/cache@v4\n        with: { path: ~/.npm, key: a }\n${publish}`),
    workflow('release', '      - uses: Swatinem/rust-cache@v2\n      - run: cargo publish\n'),
  ],
  good: [
    workflow('release', node('') + publish),
    workflow('release', node("          cache: ''\n") + publish),
    workflow('push', `${node('          cache: npm\n')}      - run: npm test\n`),
    workflow(
      'release',
      '      - uses: actions/setup-go@v5\n        with: { cache: false }\n      - run: goreleaser release\n',
    ),
    workflow('release', `${publish}      - uses: actions/cache/save@v4\n        with: { path: ~/.npm, key: a }\n`),
  ],
  checks: {
    *pipeline(pipeline) {
      if (pipeline.action) return;
      const seen = new Set<Job>();
      for (const { job, kind, name } of findReleases(pipeline)) {
        if (kind !== 'publish' || seen.has(job)) continue;
        seen.add(job);
        for (const step of job.steps) {
          const by = step.kind === 'use' ? restoresCache(step) : undefined;
          if (step.kind !== 'use' || by === undefined) continue;
          yield { at: step.at, message: `${job.name} publishes (${name}) what is built with the cache of ${by}` };
        }
      }
    },
  },
};
