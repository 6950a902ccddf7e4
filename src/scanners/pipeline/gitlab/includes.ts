import { compilePathGlob } from '../../../lib/glob/glob.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Hole, Problem } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { loadFile } from './load-file.ts';
import { mergeMaps } from './merge.ts';

/** GitLab's own limit, nested and repeated ones counted. */
const mostIncludes = 150;

/** A configuration with its includes merged in. */
export interface Assembled {
  readonly document: YamlMap;
  readonly holes: readonly Hole[];
  readonly problems: readonly Problem[];
  /** The files that it was made of, the root first. */
  readonly sources: readonly SourceText[];
}

/** Merges what a file includes: in the order listed, nested first, the including file on top. */
export function assemble(source: SourceText, files: RepositoryFiles): Assembled {
  const assembly = new Assembly(files);
  const document = assembly.load(source, undefined, new Map(), []);
  return { document, holes: assembly.holes, problems: assembly.problems, sources: assembly.sources };
}

class Assembly {
  readonly holes: Hole[] = [];
  readonly problems: Problem[] = [];
  readonly sources: SourceText[] = [];
  readonly #files: RepositoryFiles;
  #count = 0;

  constructor(files: RepositoryFiles) {
    this.#files = files;
  }

  load(
    source: SourceText,
    at: TextRange | undefined,
    inputs: ReadonlyMap<string, YamlNode>,
    chain: readonly string[],
  ): YamlMap {
    if (chain.includes(source.uri)) {
      const where = at ?? { source, start: 0, end: 0 };
      this.problems.push({ code: 'cycle', message: `${source.uri} includes itself`, at: where });
      return new YamlMap([], where);
    }
    const { content, problems } = loadFile(source, inputs);
    this.problems.push(...problems);
    this.sources.push(source);
    const included = content.list('include').flatMap((item) => this.#include(item, [...chain, source.uri]));
    const own = new YamlMap(
      content.entries.filter(({ key }) => key.text !== 'include'),
      content.range,
    );
    return [...included, own].reduce(mergeMaps);
  }

  #include(item: YamlNode, chain: readonly string[]): readonly YamlMap[] {
    if (++this.#count > mostIncludes) {
      if (this.#count === mostIncludes + 1) {
        this.problems.push({ code: 'limit', message: `more than ${mostIncludes} includes`, at: item.range });
      }
      return [];
    }
    if (item.kind === 'scalar') return this.#local(item.text, item, new Map(), chain);
    if (item.kind !== 'map' || isNever(item)) return [];
    const inputs = new Map((item.map('inputs')?.entries ?? []).map(({ key, value }) => [key.text, value]));
    const local = item.text('local');
    if (local !== undefined) return this.#local(local, item, inputs, chain);
    for (const kind of ['project', 'remote', 'template', 'component'] as const) {
      const address = item.text(kind);
      if (address !== undefined) this.holes.push(elsewhere(kind, address, item));
    }
    return [];
  }

  #local(
    path: string,
    item: YamlNode,
    inputs: ReadonlyMap<string, YamlNode>,
    chain: readonly string[],
  ): readonly YamlMap[] {
    if (/^https?:\/\//.test(path)) {
      this.holes.push(elsewhere('remote', path, item));
      return [];
    }
    const hole = (reason: string): readonly YamlMap[] => {
      this.holes.push({ kind: 'local', address: path, reason, at: item.range });
      return [];
    };
    if (path.includes('$')) return hole('its name has variables in it');
    const sources = this.#find(path.replace(/^\/+/, ''));
    if (sources.length === 0) return hole('there is no such file in what was read');
    return sources.map((source) => this.load(source, item.range, inputs, chain));
  }

  #find(path: string): readonly SourceText[] {
    const exact = this.#files.read(path);
    if (exact) return [exact];
    if (!path.includes('*')) return [];
    const glob = compilePathGlob(`/${path}`);
    const paths = [...this.#files.paths()].filter((name) => /\.ya?ml$/.test(name) && glob.matches(name)).sort();
    return paths.flatMap((name) => this.#files.read(name) ?? []);
  }
}

/** An include that its own rules never let in. */
function isNever(item: YamlMap): boolean {
  const rules = item.list('rules');
  return rules.length > 0 && rules.every((rule) => rule.kind === 'map' && rule.text('when') === 'never');
}

function elsewhere(kind: Hole['kind'], address: string, item: YamlNode): Hole {
  const ref = item.kind === 'map' ? item.text('ref') : undefined;
  const body = item.kind === 'map' ? item : undefined;
  const reason = 'it is not in this repository';
  return { kind, address, ...(ref !== undefined && { ref }), reason, at: item.range, ...(body && { body }) };
}
