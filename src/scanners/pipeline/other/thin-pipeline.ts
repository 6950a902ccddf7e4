import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { Job } from '../model/job.ts';
import type { Dialect, Pipeline, Problem } from '../model/pipeline.ts';
import { ScriptText } from '../model/script-text.ts';
import type { RunStep, Shell, Step, UseStep } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';

/** What the thin readers share: they fill the job model with steps, images and variables, and nothing else. */
export interface ThinJob {
  readonly key: YamlScalar;
  readonly body: YamlMap;
  readonly steps: readonly Step[];
  readonly images?: readonly ImageUse[];
  readonly variables?: readonly Variable[];
}

/** Reads the YAML of a definition and makes a pipeline of the jobs that are found in it. */
export function thinPipeline(
  dialect: Dialect,
  source: SourceText,
  find: (document: YamlMap) => { readonly jobs: readonly ThinJob[]; readonly variables?: readonly Variable[] },
): Pipeline {
  const file = parseYaml(source, { version: '1.2' });
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  const found = file.documents.flatMap((document) => (document?.kind === 'map' ? [find(document)] : []));
  const [first] = file.documents;
  const variables = found.flatMap((one) => one.variables ?? []);
  return {
    dialect,
    source,
    thin: true,
    document: first?.kind === 'map' ? first : new YamlMap([], { source, start: 0, end: 0 }),
    jobs: found.flatMap(({ jobs }) => jobs.map((job) => toJob(job, variables))),
    variables,
    holes: [],
    problems,
  };
}

function toJob({ key, body, steps, images = [], variables = [] }: ThinJob, above: readonly Variable[]): Job {
  return {
    name: key.text,
    at: key.range,
    body,
    steps,
    images,
    variables: [...above, ...variables],
    identityTokens: [],
    runner: [],
  };
}

export function runStep(
  script: YamlScalar,
  shell: Shell,
  variables: readonly Variable[] = [],
  body?: YamlMap,
): RunStep {
  return {
    kind: 'run',
    phase: 'main',
    at: script.range,
    ...(body && { body }),
    variables,
    script: new ScriptText([script]),
    shell,
    errexit: true,
    pipefail: 'unknown',
  };
}

export function useStep(uses: YamlScalar, inputs?: YamlMap): UseStep {
  return { kind: 'use', uses, at: uses.range, variables: [], ...(inputs && { inputs }) };
}

/** An image, unless an expression of the platform is in its name. */
export function imageUse(node: YamlNode | undefined, role: ImageUse['role'], expression: RegExp): readonly ImageUse[] {
  const reference = node?.kind === 'map' ? (node.get('image') ?? node.get('name')) : node;
  if (reference?.kind !== 'scalar' || reference.text === '') return [];
  return [{ role, reference, ...(!expression.test(reference.text) && { resolved: reference.text }) }];
}

/** A mapping of names to values as variables. */
export function variablesOf(map: YamlMap | undefined, scope: Variable['scope']): readonly Variable[] {
  return (map?.entries ?? []).map(({ key, value }) => ({
    name: key.text,
    scope,
    at: key.range,
    ...(value.kind === 'scalar' && value.value !== null && { value }),
  }));
}

export function scalarOf(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node : undefined;
}

/** The mappings among the items of a list. */
export function mapsOf(node: YamlNode | undefined): readonly YamlMap[] {
  return node?.kind === 'sequence' ? node.items.flatMap((item) => (item.kind === 'map' ? [item] : [])) : [];
}
