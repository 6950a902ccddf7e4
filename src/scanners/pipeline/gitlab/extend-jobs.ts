import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';
import { mergeMaps, withoutNulls } from './merge.ts';

/** GitLab's limit of levels. */
const mostLevels = 11;

export interface Extended {
  readonly body: YamlMap;
  /** Parents that are not in the definition. */
  readonly missing: readonly string[];
}

/** Resolves `extends` of the jobs of one document. */
export class JobExtension {
  readonly problems: Problem[] = [];
  readonly #document: YamlMap;
  readonly #known = new Map<YamlMap, Extended>();

  constructor(document: YamlMap) {
    this.#document = document;
  }

  extend(job: YamlMap, chain: readonly YamlMap[] = []): Extended {
    const known = this.#known.get(job);
    if (known) return known;
    const names = job.list('extends').flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
    if (names.length === 0) return { body: job, missing: [] };
    const problem = chain.includes(job)
      ? 'a job extends itself'
      : chain.length > mostLevels
        ? `more than ${mostLevels} levels of extends`
        : undefined;
    if (problem !== undefined) {
      const at = job.entry('extends')?.key.range ?? job.range;
      this.problems.push({ code: 'cycle', message: problem, at });
      return { body: job, missing: [] };
    }
    const missing: string[] = [];
    const parents = names.flatMap((name) => {
      const parent = this.#document.map(name);
      if (!parent) missing.push(name);
      const extended = parent && this.extend(parent, [...chain, job]);
      missing.push(...(extended?.missing ?? []));
      return extended ? [extended.body] : [];
    });
    const extended = { body: withoutNulls([...parents, job].reduce(mergeMaps)), missing };
    if (chain.length === 0) this.#known.set(job, extended);
    return extended;
  }
}
