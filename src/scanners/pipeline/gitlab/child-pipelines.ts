import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Hole, Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Variable } from '../model/variable.ts';
import { assembleChild, type Assembled } from './includes.ts';

/** What a job starts as a pipeline of its own. */
export interface Child {
  readonly assembled: Assembled;
  readonly startedBy: string;
}

/** The pipeline that `trigger:include` of a job describes; undefined when it starts none, or one of another project. */
export function readChild({ body, name }: Job, files: RepositoryFiles): Child | undefined {
  const trigger = body.map('trigger');
  const include = trigger?.entry('include');
  if (!trigger || !include) return undefined;
  const items = trigger.list('include');
  const written = items.filter(isArtifact);
  const named = items.filter((item) => !isArtifact(item));
  const inputs = trigger.entry('inputs');
  const given = inputs ? named.map((item) => withInputs(item, inputs)) : named;
  const assembled = assembleChild(given, include.value.range, files);
  return { assembled: { ...assembled, holes: [...assembled.holes, ...written.map(holeOf)] }, startedBy: name };
}

/**
 * The variables that a job hands over to the pipeline that it starts: what the definition sets, unless it says no; what
 * its own pipeline was given, where it says yes (GitLab documentation, "CI/CD YAML syntax reference", trigger:forward).
 */
export function forwardedBy({ body, variables }: Job, { forwarded = [] }: Pipeline): readonly Variable[] {
  const forward = body.map('trigger')?.map('forward');
  return [
    ...(forward?.text('yaml_variables') === 'false' ? [] : variables),
    ...(forward?.text('pipeline_variables') === 'true' ? forwarded : []),
  ];
}

function isArtifact(item: YamlNode): item is YamlMap {
  return item.kind === 'map' && item.get('artifact') !== undefined;
}

function holeOf(body: YamlMap): Hole {
  const address = body.text('artifact') ?? '';
  return { kind: 'artifact', address, reason: `the job ${body.text('job') ?? ''} writes it`, at: body.range, body };
}

/** `trigger:inputs` are the inputs of every file. */
function withInputs(item: YamlNode, inputs: NonNullable<ReturnType<YamlMap['entry']>>): YamlNode {
  if (item.kind === 'map') return item.get('inputs') ? item : new YamlMap([...item.entries, inputs], item.range);
  if (item.kind !== 'scalar') return item;
  const kind = /^https?:\/\//i.test(item.text) ? 'remote' : 'local';
  const key = { ...item, value: kind, text: kind };
  return new YamlMap([{ key, value: item }, inputs], item.range);
}
