import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { ForeignFile } from '../lock/foreign-file.ts';
import { lockedContent } from '../lock/locked-content.ts';
import type { Hole, Inclusion, Problem } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { foreignFilesOf, holeOf, readIncludeItem, type IncludeItem } from './include-item.ts';
import { letsIn } from './include-rules.ts';
import { loadFile } from './load-file.ts';
import { filesMatching } from './local-files.ts';
import { mergeMaps } from './merge.ts';

/** GitLab's own limit, nested and repeated ones counted. */
const mostIncludes = 150;

/** What may be a tag; its name can be written with escapes. */
const anyTag = /![<%\w!]/;

type Conditions = readonly (readonly YamlNode[])[];

/** A configuration with its includes merged in. */
export interface Assembled {
  readonly document: YamlMap;
  readonly holes: readonly Hole[];
  readonly inclusions: readonly Inclusion[];
  readonly foreignFiles: readonly ForeignFile[];
  readonly problems: readonly Problem[];
  /** Where each included file is named, by its URI; the first place where there are several. */
  readonly includedAt: ReadonlyMap<string, TextRange>;
  /** Whether a file of it has the tag at all: without, there is nothing to resolve. */
  readonly hasReferences: boolean;
  /** Keys that are only there when the rules of includes say so. */
  readonly conditions: ReadonlyMap<string, Conditions>;
}

/** Merges what a file includes: in the order listed, nested first, the including file on top. */
export function assemble(source: SourceText, files: RepositoryFiles): Assembled {
  const assembly = new Assembly(files, source.uri.slice(0, source.uri.lastIndexOf('/') + 1));
  const document = assembly.load(source, undefined, { chain: [], conditions: [] });
  return assembled(document, assembly);
}

/** Merges what `trigger:include` of a job names into the definition of a child pipeline. */
export function assembleChild(items: readonly YamlNode[], at: TextRange, files: RepositoryFiles): Assembled {
  const { uri } = at.source;
  const assembly = new Assembly(files, uri.slice(0, uri.lastIndexOf('/') + 1));
  const document = assembly.loadAll(items, at);
  assembly.hasReferences ||= anyTag.test(at.source.text);
  return assembled(document, assembly);
}

/** What was gathered, without what gathers it. */
function assembled(document: YamlMap, assembly: Assembly): Assembled {
  const { holes, inclusions, foreignFiles, problems, includedAt, conditions, hasReferences } = assembly;
  return { document, holes, inclusions, foreignFiles, problems, includedAt, conditions, hasReferences };
}

/** How a file is reached. */
interface Way {
  readonly chain: readonly string[];
  readonly conditions: Conditions;
  /** What was included from elsewhere: local names in it are files of that project. */
  readonly from?: IncludeItem;
}

class Assembly {
  readonly holes: Hole[] = [];
  readonly inclusions: Inclusion[] = [];
  readonly foreignFiles: ForeignFile[] = [];
  readonly problems: Problem[] = [];
  readonly includedAt = new Map<string, TextRange>();
  readonly conditions = new Map<string, Conditions>();
  hasReferences = false;
  readonly #always = new Set<string>();
  readonly #files: RepositoryFiles;
  /** The directory of the definition: its project may lie in a directory of what is scanned. */
  readonly #base: string;
  #count = 0;

  constructor(files: RepositoryFiles, base: string) {
    this.#files = files;
    this.#base = base;
  }

  loadAll(items: readonly YamlNode[], at: TextRange): YamlMap {
    const way = { chain: [], conditions: [] };
    return items.flatMap((item) => this.#include(item, way)).reduce(mergeMaps, new YamlMap([], at));
  }

  load(source: SourceText, item: IncludeItem | undefined, { chain, conditions, from }: Way): YamlMap {
    const { content, problems } = loadFile(source, item);
    this.problems.push(...problems);
    this.hasReferences ||= anyTag.test(source.text);
    if (item && !this.includedAt.has(source.uri)) this.includedAt.set(source.uri, item.at);
    const way = { chain: [...chain, source.uri], conditions, ...(from && { from }) };
    const included = content.list('include').flatMap((one) => this.#include(one, way));
    const own = content.get('include')
      ? new YamlMap(
          content.entries.filter(({ key }) => key.text !== 'include'),
          content.range,
        )
      : content;
    this.#remember(own, conditions);
    return [...included, own].reduce(mergeMaps);
  }

  #remember({ entries }: YamlMap, conditions: Conditions): void {
    for (const { key } of entries) {
      if (conditions.length === 0) {
        this.#always.add(key.text);
        this.conditions.delete(key.text);
      } else if (!this.#always.has(key.text)) {
        this.conditions.set(key.text, conditions);
      }
    }
  }

  #include(node: YamlNode, way: Way): readonly YamlMap[] {
    if (++this.#count > mostIncludes) {
      if (this.#count === mostIncludes + 1) {
        this.problems.push({ code: 'limit', message: `more than ${mostIncludes} includes`, at: node.range });
      }
      return [];
    }
    const item = readIncludeItem(node);
    if ('code' in item) {
      this.problems.push(item);
      return [];
    }
    const allowed = letsIn(item.rules, this.#files);
    if (allowed === 'no') return [];
    const inner = allowed === 'maybe' ? { ...way, conditions: [...way.conditions, item.rules] } : way;
    const { kind, address, ref, body, at } = item;
    if (kind !== 'local' || address.includes('$')) {
      this.inclusions.push({ kind, address, at, ...(ref !== undefined && { ref }), ...(body && { body }) });
    }
    return kind === 'local' ? this.#local(item, inner) : this.#foreign(item, inner);
  }

  #local(item: IncludeItem, way: Way): readonly YamlMap[] {
    const { address, at } = item;
    if (way.from) return this.#besideForeign(item, way.from, way);
    if (address.includes('$')) return this.#missing(item, 'its name has variables in it');
    if (!/\.ya?ml$/.test(address)) {
      const message = `${address} can not be included: the name of a file ends in .yml or .yaml`;
      this.problems.push({ code: 'schema', message, at });
      return [];
    }
    const sources = this.#find(address);
    if (sources.length === 0) return this.#missing(item, 'there is no such file in what was read');
    return sources.flatMap((source) => this.#loadOnce(source, item, way));
  }

  /** A file of the project that a file from elsewhere belongs to. */
  #besideForeign(item: IncludeItem, from: IncludeItem, way: Way): readonly YamlMap[] {
    if (from.kind !== 'project') return this.#missing(item, `a ${from.kind} has no files beside it`);
    const { address, ref } = from;
    return this.#foreign(
      { ...item, kind: 'project', address, ...(ref !== undefined && { ref }), files: [item.address] },
      way,
    );
  }

  #foreign(item: IncludeItem, way: Way): readonly YamlMap[] {
    const wanted = foreignFilesOf(item);
    this.foreignFiles.push(...wanted);
    const found = wanted.map((one) => lockedContent(one.wanted, this.#files));
    const reason = found.find((one) => typeof one === 'string');
    if (typeof reason === 'string') this.#missing(item, reason);
    const inner = { ...way, from: item };
    return found.flatMap((one) => (typeof one === 'string' ? [] : this.#loadOnce(one, item, inner)));
  }

  #loadOnce(source: SourceText, item: IncludeItem, way: Way): readonly YamlMap[] {
    if (!way.chain.includes(source.uri)) return [this.load(source, item, way)];
    this.problems.push({ code: 'cycle', message: `${source.uri} includes itself`, at: item.at });
    return [];
  }

  #missing(item: IncludeItem, reason: string): readonly YamlMap[] {
    this.holes.push(holeOf(item, reason));
    return [];
  }

  #find(name: string): readonly SourceText[] {
    const beside = this.#base === '' ? [] : filesMatching(`${this.#base}${name.replace(/^\/+/, '')}`, this.#files);
    const paths = beside.length > 0 ? beside : filesMatching(name, this.#files);
    return paths.flatMap((path) => (/\.ya?ml$/.test(path) ? (this.#files.read(path) ?? []) : []));
  }
}
