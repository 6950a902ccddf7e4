import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import type { YamlMap } from '../../../lib/yaml/node.ts';
import { checkShape } from '../definition/shape.ts';
import type { Job } from '../model/job.ts';
import type { Problem } from '../model/pipeline.ts';
import { actionShape, events, jobShape, workflowShape } from './grammar.ts';

/** What GitHub refuses in a workflow: keywords that do not exist, values of the wrong kind, events and jobs that are not there. */
export function checkWorkflow(document: YamlMap, jobs: readonly Job[]): readonly Problem[] {
  const names = new Map(jobs.map(({ name }) => [name.toLowerCase(), name]));
  const missing = ['on', 'jobs'].filter((key) => document.get(key) === undefined);
  // Other files are kept beside workflows as well: GitHub can not start them, and nobody expects it to.
  if (missing.length === 2) return [];
  return [
    ...missing.map((key): Problem => ({ code: 'schema', message: `a workflow needs ${key}`, at: document.range })),
    ...checkShape('a workflow', document, workflowShape),
    ...document.list('on').flatMap((item) => (item.kind === 'scalar' ? checkEvent(item.text, item.range) : [])),
    ...jobs.flatMap((job) => checkJob(job, names)),
  ];
}

export function checkAction(document: YamlMap): readonly Problem[] {
  return checkShape('an action', document, actionShape);
}

function checkEvent(name: string, at: Problem['at']): readonly Problem[] {
  if (Object.hasOwn(events, name)) return [];
  return [{ code: 'schema', message: `there is no event ${name}${didYouMean(name, Object.keys(events))}`, at }];
}

/** @param known the names of all jobs, by what they are compared as: without regard to case */
function checkJob({ name, at, body, needs = [] }: Job, known: ReadonlyMap<string, string>): readonly Problem[] {
  const missing = needs
    .filter((need) => !known.has(need.job.toLowerCase()) && !need.job.includes('${{'))
    .map((need): Problem => ({
      code: 'schema',
      message: `${name} needs ${need.job}, and there is no such job${didYouMean(need.job, known.size > 100 ? [] : [...known.values()])}`,
      at: need.at,
    }));
  const idle: readonly Problem[] =
    body.get('steps') === undefined && body.get('uses') === undefined
      ? [{ code: 'schema', message: `${name} has neither steps nor uses`, at }]
      : [];
  return [...checkShape('a job', body, jobShape), ...missing, ...idle];
}
