import type { YamlMap, YamlNode } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';
import { mergeMaps, withoutNulls } from './merge.ts';

/** GitLab's limit of levels. */
const mostLevels = 11;
/** Keys that all merges of one definition may touch; ten thousand jobs with three parents have half a million. */
const mostKeys = 2_000_000;

export interface Extended {
  readonly body: YamlMap;
  /** Parents that are not in the definition. */
  readonly missing: readonly string[];
  /** Levels of extends that went into it. */
  readonly levels: number;
}

/**
 * Resolves `extends` of the jobs of one document (GitLab documentation, "CI/CD YAML syntax reference", extends): parents
 * in the order listed, the job on top; mappings merge, all else is replaced.
 */
export class JobExtension {
  readonly problems: Problem[] = [];
  readonly #document: YamlMap;
  readonly #known = new Map<YamlMap, Extended>();
  readonly #open = new Set<YamlMap>();
  #keys = 0;

  constructor(document: YamlMap) {
    this.#document = document;
  }

  extend(job: YamlMap): Extended {
    const known = this.#known.get(job);
    if (known) return known;
    const names = parentsOf(job);
    if (names.length === 0) return { body: withoutNulls(job), missing: [], levels: 0 };
    const at = job.entry('extends')?.value.range ?? job.range;
    if (this.#open.has(job)) {
      this.problems.push({ code: 'cycle', message: 'a job extends itself', at });
      return { body: job, missing: [], levels: 0 };
    }
    this.#open.add(job);
    const extended = this.#merge(job, names);
    this.#open.delete(job);
    this.#known.set(job, extended);
    // Said where the limit is passed, not again by everything above.
    if (extended.levels === mostLevels + 1) {
      this.problems.push({ code: 'cycle', message: `more than ${mostLevels} levels of extends`, at });
    }
    return extended;
  }

  #merge(job: YamlMap, names: readonly string[]): Extended {
    const missing = new Set<string>();
    let levels = 0;
    let body: YamlMap | undefined;
    for (const name of names) {
      const parent = this.#document.map(name);
      if (!parent) missing.add(name);
      const extended = parent && this.extend(parent);
      if (!extended || this.#isTooMuch(extended.body, job)) continue;
      for (const one of extended.missing) missing.add(one);
      levels = Math.max(levels, extended.levels + 1);
      body = body ? mergeMaps(body, extended.body) : extended.body;
    }
    return { body: withoutNulls(body ? mergeMaps(body, job) : job), missing: [...missing], levels };
  }

  #isTooMuch({ entries }: YamlMap, { range }: YamlMap): boolean {
    const before = this.#keys;
    this.#keys += entries.length + 1;
    if (before <= mostKeys && this.#keys > mostKeys) {
      this.problems.push({ code: 'limit', message: 'extends multiplies the content too much', at: range });
    }
    return this.#keys > mostKeys;
  }
}

/** The names that a job extends. */
export function parentsOf(job: YamlMap): readonly string[] {
  return job.list('extends').flatMap((item: YamlNode) => (item.kind === 'scalar' ? [item.text] : []));
}
