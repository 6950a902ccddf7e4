import type { Pipeline } from '../model/pipeline.ts';

/** Computes something of a pipeline when it is first asked for, and remembers it. */
export function oncePerPipeline<T>(compute: (pipeline: Pipeline) => T): (pipeline: Pipeline) => T {
  const known = new WeakMap<Pipeline, { readonly value: T }>();
  return (pipeline) => {
    const entry = known.get(pipeline) ?? { value: compute(pipeline) };
    known.set(pipeline, entry);
    return entry.value;
  };
}
