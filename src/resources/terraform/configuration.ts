import { posix } from 'node:path';
import { parseHcl } from '../../lib/hcl/parse-hcl.ts';
import type { Attribute, HclProblem } from '../../lib/hcl/syntax.ts';
import type { SourceText } from '../../lib/text/source-text.ts';
import { Budget } from '../budget.ts';
import type { Resource } from '../resource.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { readJsonConfiguration } from './json-configuration.ts';
import { Module, type ModuleCall, type Workspace } from './module.ts';
import { ModuleFiles } from './module-files.ts';

/** Values for the variables of a root, from `terraform.tfvars` and `*.auto.tfvars`. */
type GivenVariables = ReadonlyMap<string, { readonly attribute: Attribute; readonly source: SourceText }>;

/** Modules of one configuration, calls of calls included, that are looked at. */
const mostModules = 2000;

/**
 * The Terraform configuration of a repository. Every directory that no other calls as a module is a root, with its own
 * variables.
 */
export class TerraformConfiguration {
  readonly problems: readonly { readonly source: SourceText; readonly problem: HclProblem }[];
  readonly #directories = new Map<string, ModuleFiles>();
  readonly #given = new Map<string, Map<string, { readonly attribute: Attribute; readonly source: SourceText }>>();
  readonly #workspace: Workspace;

  /**
   * @param sources `*.tf`, `*.tofu`, `*.tfvars` and the same as JSON, by their paths
   * @param file any file of the repository, for `file` and `templatefile`
   */
  constructor(sources: readonly SourceText[], file: (path: string) => SourceText | undefined) {
    const problems: { source: SourceText; problem: HclProblem }[] = [];
    for (const source of sources.toSorted(
      (a, b) => precedence(a.uri) - precedence(b.uri) || (a.uri < b.uri ? -1 : 1),
    )) {
      const read = source.uri.endsWith('.json') ? readJsonConfiguration(source) : parseHcl(source.text);
      problems.push(...read.problems.map((problem) => ({ source, problem })));
      const directory = posix.dirname(source.uri);
      if (/\.tfvars(?:\.json)?$/.test(source.uri)) this.#give(directory, read.body.attributes, source);
      else for (const block of read.body.blocks) this.#filesOf(directory).add(block, source);
    }
    this.problems = problems;
    this.#workspace = {
      budget: new Budget(),
      directory: (path) => this.#directories.get(path.replace(/\/$/, '')),
      file: (path) => file(posix.normalize(path)),
    };
  }

  #filesOf(directory: string): ModuleFiles {
    const files = this.#directories.get(directory) ?? new ModuleFiles(directory);
    this.#directories.set(directory, files);
    return files;
  }

  /** Later files win. Only the files that Terraform reads by itself count. */
  #give(directory: string, attributes: readonly Attribute[], source: SourceText): void {
    if (!/(?:(?:^|\/)terraform|\.auto)\.tfvars(?:\.json)?$/.test(source.uri)) return;
    const given = this.#given.get(directory) ?? new Map<string, { attribute: Attribute; source: SourceText }>();
    this.#given.set(directory, given);
    for (const attribute of attributes) given.set(attribute.name, { attribute, source });
  }

  /**
   * The resources of some types (data sources: `data.` and the type), in all roots and the modules that they call; each only as often as it is called.
   */
  *resources(types: ReadonlySet<string>): Generator<Resource> {
    const walk = { left: mostModules };
    const called = this.#calledDirectories();
    for (const [path, files] of this.#directories) {
      if (!called.has(path)) yield* this.#resourcesOf(this.#root(files), types, walk);
    }
  }

  #root(files: ModuleFiles): Module {
    const given: GivenVariables = this.#given.get(files.directory) ?? new Map();
    const call: ModuleCall = {
      prefix: '',
      calls: [],
      argument: (name): Value | undefined => {
        const entry = given.get(name);
        return entry && evaluate(entry.attribute.value, module.scope(entry.source));
      },
      root: files.directory,
    };
    const module = new Module(files, call, this.#workspace);
    return module;
  }

  /** The directories that calls by local paths reach. */
  #calledDirectories(): ReadonlySet<string> {
    const called = new Set<string>();
    for (const [path, files] of this.#directories) {
      for (const { block } of files.of('module')) {
        const source = block.body.attributes.find(({ name }) => name === 'source')?.value;
        const address = source?.kind === 'literal' && typeof source.value === 'string' ? source.value : '';
        const target = posix.join(path, address).replace(/\/$/, '');
        if (/^\.\.?(?:\/|$)/.test(address) && target !== path) called.add(target);
      }
    }
    return called;
  }

  *#resourcesOf(module: Module, types: ReadonlySet<string>, walk: { left: number }): Generator<Resource> {
    walk.left -= 1;
    if (walk.left < 0) return;
    for (const placed of [...module.files.of('resource'), ...module.files.of('data')]) {
      const [label = '', name = ''] = placed.block.labels;
      const type = placed.block.type === 'data' ? `data.${label}` : label;
      if (!types.has(type)) continue;
      for (const instance of module.instances(placed)) {
        yield {
          framework: 'terraform',
          type,
          address: `${module.call.prefix}${type}.${name}${instance.suffix}`,
          attributes: module.attributes(placed, instance),
          at: { source: placed.source, ...placed.block.header },
          calls: module.call.calls,
        };
      }
    }
    for (const placed of module.files.of('module')) {
      for (const { module: inner } of module.callsOf(placed)) {
        if (inner) yield* this.#resourcesOf(inner, types, walk);
      }
    }
  }
}

/** Terraform's own order: `terraform.tfvars`, then the automatic ones by name. */
function precedence(uri: string): number {
  return /\.auto\.tfvars(?:\.json)?$/.test(uri) ? 1 : 0;
}
