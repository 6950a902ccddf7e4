import type { SourceText } from '../../../lib/text/source-text.ts';
import type { YamlMap, YamlNode } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
import { imageUse, runStep, scalarOf, thinPipeline, useStep, type ThinJob } from './thin-pipeline.ts';

const expression = /\$/;
const deepest = 10;

/** Bitbucket Pipelines ("Configuration reference"): the steps of every pipeline, with pipes. */
export function readBitbucketPipeline(source: SourceText): Pipeline {
  return thinPipeline('bitbucket', source, (document) => {
    const services = (document.map('definitions')?.map('services')?.entries ?? []).flatMap(
      ({ key, value }): readonly ThinJob[] =>
        value.kind === 'map'
          ? [{ key, body: value, steps: [], images: imageUse(value.get('image'), 'service', expression) }]
          : [],
    );
    const pipelines = document.map('pipelines');
    const entries = pipelines?.entries ?? [];
    const found = entries.flatMap(({ key, value }) => stepsIn(value, 0).map((body) => readJob(key, body, document)));
    return { jobs: [...found, ...services] };
  });
}

/** Steps stand in lists, under branch names, in `parallel` and in `stage`. */
function stepsIn(node: YamlNode, depth: number): readonly YamlMap[] {
  if (depth > deepest || node.kind === 'scalar') return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => stepsIn(item, depth + 1));
  return node.entries.flatMap(({ key, value }) =>
    key.text === 'step' && value.kind === 'map' ? [value] : stepsIn(value, depth + 1),
  );
}

function readJob(key: ThinJob['key'], body: YamlMap, document: YamlMap): ThinJob {
  const name = scalarOf(body.get('name')) ?? key;
  const scripts = [...body.list('script'), ...body.list('after-script')];
  return {
    key: name,
    body,
    steps: scripts.flatMap((item): readonly Step[] => {
      if (item.kind === 'scalar') return [runStep(item, 'unknown')];
      const pipe = item.kind === 'map' ? scalarOf(item.get('pipe')) : undefined;
      return pipe && item.kind === 'map' ? [useStep(pipe, item.map('variables'))] : [];
    }),
    images: imageUse(body.get('image') ?? document.get('image'), 'job', expression),
  };
}
