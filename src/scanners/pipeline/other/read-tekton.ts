import type { SourceText } from '../../../lib/text/source-text.ts';
import type { YamlMap, YamlScalar } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Shell, Step } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import { imageUse, mapsOf, runStep, scalarOf, thinPipeline, type ThinJob } from './thin-pipeline.ts';

const expression = /\$\(/;

/** Tekton ("Tasks", "Pipelines"): the steps and sidecars of tasks, also of those inside pipelines and runs. */
export function readTektonPipeline(source: SourceText): Pipeline {
  return thinPipeline('tekton', source, (document) => {
    const name = scalarOf(document.map('metadata')?.get('name') ?? document.get('kind'));
    const spec = document.map('spec');
    if (!name || !spec || !document.text('apiVersion')?.startsWith('tekton.dev/')) return { jobs: [] };
    const pipeline = spec.map('pipelineSpec') ?? spec;
    const tasks = [...mapsOf(pipeline.get('tasks')), ...mapsOf(pipeline.get('finally'))].flatMap((task) => {
      const inner = task.map('taskSpec');
      return inner ? [readTask(scalarOf(task.get('name')) ?? name, inner)] : [];
    });
    const own = spec.map('taskSpec') ?? (spec.get('steps') ? spec : undefined);
    return { jobs: [...(own ? [readTask(name, own)] : []), ...tasks] };
  });
}

function readTask(key: YamlScalar, body: YamlMap): ThinJob {
  const steps = mapsOf(body.get('steps'));
  const sidecars = mapsOf(body.get('sidecars'));
  return {
    key,
    body,
    steps: steps.flatMap(readStep),
    images: [
      ...steps.flatMap((step) => imageUse(step.get('image'), 'job', expression)),
      ...sidecars.flatMap((step) => imageUse(step.get('image'), 'service', expression)),
    ],
  };
}

function readStep(step: YamlMap): readonly Step[] {
  const script = scalarOf(step.get('script'));
  return script ? [runStep(script, shellOf(script.text), readEnv(step), step)] : [];
}

/** The first line names the interpreter; without one it is `sh` (Tekton, "Running scripts within Steps"). */
function shellOf(script: string): Shell {
  const interpreter = /^#!\s*\S*?(?:\/env\s+)?(?<name>\w+)\s*(?:$|\s)/m.exec(script.split('\n')[0] ?? '')?.groups?.[
    'name'
  ];
  if (interpreter === undefined || interpreter === 'sh') return 'sh';
  return interpreter === 'bash' ? 'bash' : interpreter.startsWith('python') ? 'python' : 'other';
}

function readEnv(step: YamlMap): readonly Variable[] {
  return mapsOf(step.get('env')).flatMap((item) => {
    const name = item.get('name');
    const value = scalarOf(item.get('value'));
    return name?.kind === 'scalar'
      ? [{ name: name.text, scope: 'step' as const, at: name.range, ...(value && { value }) }]
      : [];
  });
}
