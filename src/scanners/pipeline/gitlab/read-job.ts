import { listOf, textOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { EnvironmentUse, IdentityToken, Job, JobInstance, Need } from '../model/job.ts';
import type { Problem } from '../model/pipeline.ts';
import { ScriptText } from '../model/script-text.ts';
import type { Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import { expandVariables } from './expand-variables.ts';
import { jobShell } from './job-shell.ts';
import { readMatrix } from './matrix.ts';
import { readVariables } from './read-variables.ts';

/** Makes the job model of an expanded GitLab job. */
export function readJob(
  key: YamlScalar,
  body: YamlMap,
  pipelineVariables: readonly Variable[],
): { readonly job: Job; readonly problem?: Problem } {
  const { instances, problem } = readMatrix(key.text, body);
  const job = makeJob(key, body, pipelineVariables, instances);
  return { job, ...(problem && { problem }) };
}

function makeJob(
  key: YamlScalar,
  body: YamlMap,
  pipelineVariables: readonly Variable[],
  instances: readonly JobInstance[] | undefined,
): Job {
  const variables = [...pipelineVariables, ...readVariables(body.map('variables'), 'job')];
  const needs = readNeeds(body.get('needs'));
  const environment = readEnvironment(body.get('environment'));
  const stage = body.text('stage');
  const images = readImages(body, variables, instances);
  const runner = scalarsOf(body.get('tags'));
  return {
    name: key.text,
    at: key.range,
    body,
    steps: readSteps(key, body, jobShell(images, runner, scriptsOf(body))),
    images,
    variables,
    ...(stage !== undefined && { stage }),
    ...(needs && { needs }),
    ...(environment && { environment }),
    identityTokens: readTokens(body.map('id_tokens')),
    runner,
    ...(instances && { instances }),
  };
}

/** `before_script` and `script` are read by one shell. */
function scriptsOf(body: YamlMap): readonly YamlScalar[] {
  return [...scalarsOf(body.get('before_script')), ...scalarsOf(body.get('script'))];
}

function readSteps(key: YamlScalar, body: YamlMap, shell: ReturnType<typeof jobShell>): readonly Step[] {
  const main = scriptsOf(body);
  const after = scalarsOf(body.get('after_script'));
  const steps: Step[] = [];
  const hooks = scalarsOf(body.map('hooks')?.get('pre_get_sources_script'));
  for (const [phase, scalars] of [
    ['main', hooks],
    ['main', main],
    ['after', after],
  ] as const) {
    const at = scalars[0]?.range ?? key.range;
    if (scalars.length > 0) {
      steps.push({ kind: 'run', phase, at, variables: [], script: new ScriptText(scalars), ...shell });
    }
  }
  return steps;
}

function readImages(
  body: YamlMap,
  variables: readonly Variable[],
  instances: readonly JobInstance[] | undefined,
): readonly ImageUse[] {
  const nodes = [
    ...(body.get('image') === undefined ? [] : [{ node: body.get('image'), role: 'job' as const }]),
    ...body.list('services').map((node) => ({ node, role: 'service' as const })),
  ];
  const choices = instances?.map((instance) => [...variables, ...instance.variables]) ?? [variables];
  return nodes.flatMap(({ node, role }) => readImage(node, role, choices));
}

/** @param choices the variables of each job that a matrix makes; they may name different images */
function readImage(
  node: YamlNode | undefined,
  role: ImageUse['role'],
  choices: readonly (readonly Variable[])[],
): readonly ImageUse[] {
  const reference = node?.kind === 'map' ? node.get('name') : node;
  if (reference?.kind !== 'scalar' || reference.text === '') return [];
  const distinct = new Set(choices.map((variables) => expandVariables(reference.text, variables)));
  return [...distinct].map((resolved) => ({ role, reference, ...(resolved !== undefined && { resolved }) }));
}

function readNeeds(node: YamlNode | undefined): readonly Need[] | undefined {
  if (node === undefined) return undefined;
  return listOf(node).flatMap((item): readonly Need[] => {
    const name = item.kind === 'map' ? item.text('job') : textOf(item);
    // Jobs of other projects and pipelines are not waited for.
    if (name === undefined || (item.kind === 'map' && (item.get('project') ?? item.get('pipeline')))) return [];
    const isTrue = (key: string, fallback: boolean): boolean => {
      const value = item.kind === 'map' ? item.get(key) : undefined;
      return value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : fallback;
    };
    return [{ job: name, optional: isTrue('optional', false), artifacts: isTrue('artifacts', true), at: item.range }];
  });
}

const actions: ReadonlySet<string> = new Set(['start', 'prepare', 'stop', 'verify', 'access']);

function readEnvironment(node: YamlNode | undefined): EnvironmentUse | undefined {
  const name = node?.kind === 'map' ? node.get('name') : node;
  if (name?.kind !== 'scalar' || name.text === '') return undefined;
  const action = (node?.kind === 'map' ? node.text('action') : undefined) ?? 'start';
  return { name, action: actions.has(action) ? (action as EnvironmentUse['action']) : 'start' };
}

function readTokens(map: YamlMap | undefined): readonly IdentityToken[] {
  return (map?.entries ?? []).map(({ key, value }) => ({
    name: key.text,
    audiences: value.kind === 'map' ? scalarsOf(value.get('aud')) : [],
    at: key.range,
  }));
}

/** The scalars of a value, nested lists flattened as GitLab does for scripts. */
function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  return listOf(node).flatMap((item) =>
    item.kind === 'scalar' ? (item.value === null ? [] : [item]) : item.kind === 'sequence' ? scalarsOf(item) : [],
  );
}
