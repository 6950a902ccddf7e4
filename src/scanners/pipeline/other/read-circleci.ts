import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
import { imageUse, runStep, scalarOf, thinPipeline, useStep, variablesOf, type ThinJob } from './thin-pipeline.ts';

const expression = /<</;

/** CircleCI ("Configuration reference"): jobs, reusable commands, executors and orbs. */
export function readCircleciPipeline(source: SourceText): Pipeline {
  return thinPipeline('circleci', source, (document) => {
    const orbs = (document.map('orbs')?.entries ?? []).flatMap(({ value }) => {
      const orb = scalarOf(value);
      return orb ? [useStep(orb)] : [];
    });
    const entry = document.entry('orbs');
    const first: readonly ThinJob[] =
      entry && orbs.length > 0 ? [{ key: entry.key, body: emptyMap(document), steps: orbs }] : [];
    return { jobs: [...first, ...['jobs', 'commands', 'executors'].flatMap((name) => readUnits(document.map(name)))] };
  });
}

function readUnits(units: YamlMap | undefined): readonly ThinJob[] {
  return (units?.entries ?? []).flatMap(({ key, value }) => {
    if (value.kind !== 'map') return [];
    const images = value
      .list('docker')
      .flatMap((item, index) => imageUse(item, index === 0 ? 'job' : 'service', expression));
    const variables = variablesOf(value.map('environment'), 'job');
    return [{ key, body: value, images, variables, steps: value.list('steps').flatMap(readStep) }];
  });
}

function readStep(item: YamlNode): readonly Step[] {
  const run = item.kind === 'map' ? item.get('run') : undefined;
  const script = run?.kind === 'map' ? scalarOf(run.get('command')) : scalarOf(run);
  if (!script) return item.kind === 'map' ? nested(item) : [];
  const named = run?.kind === 'map' ? run.text('shell') : undefined;
  const shell = named === undefined || /bash/.test(named) ? 'bash' : /pwsh|powershell/.test(named) ? 'pwsh' : 'unknown';
  return [
    runStep(
      script,
      shell,
      variablesOf(run?.kind === 'map' ? run.map('environment') : undefined, 'step'),
      item.kind === 'map' ? item : undefined,
    ),
  ];
}

/** `when` and `unless` hold steps of their own. */
function nested(item: YamlMap): readonly Step[] {
  return ['when', 'unless'].flatMap((name) => item.map(name)?.list('steps').flatMap(readStep) ?? []);
}

function emptyMap({ range }: YamlMap): YamlMap {
  return new YamlMap([], range);
}
