import { oncePer } from '../../../lib/once-per.ts';
import { textOf } from '../../../lib/yaml/node.ts';
import type { Pipeline } from './pipeline.ts';

const stagesByDefault = ['build', 'test', 'deploy'];

/** The stages of a GitLab pipeline in their order; the first and the last are there without being written. */
export const stageNumbers: (pipeline: Pipeline) => ReadonlyMap<string, number> = oncePer(({ document }) => {
  const written = document.list('stages').flatMap((item) => textOf(item) ?? []);
  const given = written.length === 0 ? stagesByDefault : written;
  const names = ['.pre', ...given.filter((name) => name !== '.pre' && name !== '.post'), '.post'];
  return new Map(names.map((name, index) => [name, index]));
});
