import type { YamlEntry, YamlMap } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { scopesNeeded } from './scope-needs.ts';

/**
 * The scopes that a job may write and that nothing in it can use. Only where every step is known: actions of the table,
 * and scripts that do not get the token. A script can push with what the checkout has left, and ask for an identity
 * token, without naming the token.
 */
export function unusedScopes(job: Job, pipeline: Pipeline): readonly YamlEntry[] {
  const given = grantOf(job, pipeline);
  const writes = (given?.entries ?? []).filter(({ value }) => value.kind === 'scalar' && value.text === 'write');
  if (writes.length === 0 || job.steps.length === 0 || namesToken(job, pipeline)) return [];
  const needed = new Set<string>();
  for (const step of job.steps) {
    const scopes = step.kind === 'run' ? ['id-token', 'contents', 'workflows'] : scopesNeeded(step);
    if (!scopes) return [];
    for (const scope of scopes) needed.add(scope);
  }
  return writes.filter(({ key }) => known.has(key.text) && !needed.has(key.text));
}

/** What the job is given by itself; what a workflow gives counts for its only job. */
function grantOf({ body }: Job, { document, jobs }: Pipeline): YamlMap | undefined {
  return body.get('permissions') === undefined && jobs.length === 1
    ? document.map('permissions')
    : body.map('permissions');
}

const known: ReadonlySet<string> = new Set([
  'actions',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
]);

/** Whether a step gets the token by name, so that it can do with it whatever it wants. */
function namesToken({ body, steps }: Job, { document }: Pipeline): boolean {
  const { source } = body.range;
  const texts = [
    body.map('env'),
    document.map('env'),
    body.map('container'),
    ...steps.map((step) => step.body),
  ].flatMap((map) => (map ? source.text.slice(map.range.start, map.range.end) : []));
  return texts.some((text) => token.test(text));
}

const token = /github\.token|secrets\s*(?:\.\s*GITHUB_TOKEN|\[)|toJSON\(\s*(?:secrets|github)\s*\)/i;
