import type { SourceText } from '../../../lib/text/source-text.ts';
import type { YamlMap, YamlNode } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Shell, Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import {
  imageUse,
  mapsOf,
  runStep,
  scalarOf,
  thinPipeline,
  useStep,
  variablesOf,
  type ThinJob,
} from './thin-pipeline.ts';

const shells: readonly (readonly [string, Shell])[] = [
  ['bash', 'bash'],
  ['script', 'unknown'],
  ['pwsh', 'pwsh'],
  ['powershell', 'pwsh'],
];
const expression = /\$[({[]/;

/** Azure Pipelines ("YAML schema reference"): stages, jobs and deployments with their steps. */
export function readAzurePipeline(source: SourceText): Pipeline {
  return thinPipeline('azure', source, (document) => {
    const units = [...mapsOf(document.get('stages')), document];
    const jobs = units.flatMap((unit) => mapsOf(unit.get('jobs'))).flatMap(readJob);
    const root = document.entry('steps');
    const whole: readonly ThinJob[] = root ? [{ key: root.key, body: document, ...contents(document) }] : [];
    return { jobs: [...whole, ...jobs], variables: readVariables(document.get('variables'), 'pipeline') };
  });
}

function readJob(body: YamlMap): readonly ThinJob[] {
  const key = scalarOf(body.get('job') ?? body.get('deployment') ?? body.get('template'));
  return key ? [{ key, body, ...contents(body) }] : [];
}

function contents(body: YamlMap): Pick<ThinJob, 'steps' | 'images' | 'variables'> {
  const strategies = (body.map('strategy')?.entries ?? []).flatMap(({ value }) =>
    value.kind === 'map' ? [value] : [],
  );
  const hooks = strategies.flatMap((strategy) =>
    strategy.entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : [])),
  );
  return {
    steps: [body, ...hooks].flatMap((unit) => mapsOf(unit.get('steps'))).flatMap(readStep),
    images: imageUse(body.get('container'), 'job', expression),
    variables: readVariables(body.get('variables'), 'job'),
  };
}

function readStep(body: YamlMap): readonly Step[] {
  const variables = variablesOf(body.map('env'), 'step');
  for (const [key, shell] of shells) {
    const script = scalarOf(body.get(key));
    if (script) return [runStep(script, shell, variables, body)];
  }
  const task = scalarOf(body.get('task') ?? body.get('template'));
  if (!task) return [];
  const inputs = body.map('inputs');
  const inline = scalarOf(inputs?.get('script') ?? inputs?.get('inlineScript'));
  return [useStep(task, inputs), ...(inline ? [runStep(inline, taskShell(task.text), variables, body)] : [])];
}

function taskShell(task: string): Shell {
  return /^Bash@/i.test(task) ? 'bash' : /^(?:PowerShell|AzurePowerShell)@/i.test(task) ? 'pwsh' : 'unknown';
}

/** A mapping, or a list of `{name, value}`. */
function readVariables(node: YamlNode | undefined, scope: Variable['scope']): readonly Variable[] {
  if (node?.kind === 'map') return variablesOf(node, scope);
  return mapsOf(node).flatMap((item) => {
    const name = item.get('name');
    const value = scalarOf(item.get('value'));
    return name?.kind === 'scalar' ? [{ name: name.text, scope, at: name.range, ...(value && { value }) }] : [];
  });
}
