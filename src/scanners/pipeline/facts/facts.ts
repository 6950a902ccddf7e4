import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlNode } from '../../../lib/yaml/node.ts';
import type { FactsData } from './facts-schema.ts';
import type { GithubFacts } from './github-facts-schema.ts';
import type { GitlabFacts } from './gitlab-facts-schema.ts';

/** Settings of the project, with the place where each is written. */
export class Facts {
  readonly #data: FactsData;
  readonly #root: YamlNode;

  constructor(data: FactsData, root: YamlNode) {
    this.#data = data;
    this.#root = root;
  }

  get gitlab(): GitlabFacts | undefined {
    return this.#data.gitlab;
  }

  get github(): GithubFacts | undefined {
    return this.#data.github;
  }

  /** The place of a key or an item; of the nearest thing around it that is there. */
  at(...path: readonly (string | number)[]): TextRange {
    let node = this.#root;
    for (const step of path) {
      const next =
        node.kind === 'map' ? node.get(String(step)) : node.kind === 'sequence' ? node.items[Number(step)] : undefined;
      if (!next) break;
      node = next;
    }
    return node.range;
  }
}
