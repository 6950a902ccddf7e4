import { posix } from 'node:path';
import type { SourceText, TextRange } from '../../lib/text/source-text.ts';
import type { Budget } from '../budget.ts';
import { scalar, textOf, unknown, type Mapping, type Value } from '../value.ts';
import { renderPolicyDocument } from './policy-document.ts';
import { evaluate } from './evaluate.ts';
import { expandBody, instancesOf, memberOfBody, type Instance } from './expand-body.ts';
import type { ModuleFiles, PlacedBlock } from './module-files.ts';
import type { Found, Scope, Step } from './scope.ts';

/** What modules of one configuration share. */
export interface Workspace {
  readonly budget: Budget;
  /** The files of a directory; undefined when it has no configuration. */
  directory(path: string): ModuleFiles | undefined;
  file(path: string): SourceText | undefined;
}

/** How a module was called. */
export interface ModuleCall {
  /** `module.a.`, or nothing for a root. */
  readonly prefix: string;
  readonly calls: readonly TextRange[];
  /** The value of an argument; undefined when it is not given. */
  argument(name: string): Value | undefined;
  /** Where the configuration starts: what `path.root` is. */
  readonly root: string;
}

export interface CalledModule {
  readonly instance: Instance;
  /** A module of a registry or another place is not there. */
  readonly module: Module | undefined;
}

/** Deeper modules are not looked into. */
const deepest = 20;

/** A module as it was called: its names are worked out when something needs them, and remembered. */
export class Module {
  readonly files: ModuleFiles;
  readonly call: ModuleCall;
  readonly #workspace: Workspace;
  readonly #known = new Map<string, Value>();
  readonly #called = new Map<string, readonly CalledModule[]>();

  constructor(files: ModuleFiles, call: ModuleCall, workspace: Workspace) {
    this.files = files;
    this.call = call;
    this.#workspace = workspace;
  }

  scope(source: SourceText): Scope {
    return {
      source,
      budget: this.#workspace.budget,
      locals: new Map(),
      lookup: (root, steps, at) => this.#lookup(root, steps, at),
      file: (path) => this.#workspace.file(path),
    };
  }

  /** The modules that a block calls. */
  callsOf({ block, source }: PlacedBlock): readonly CalledModule[] {
    const [name = ''] = block.labels;
    const known = this.#called.get(name);
    if (known) return known;
    this.#called.set(name, []);
    const made = this.#callModules({ block, source }, name);
    this.#called.set(name, made);
    return made;
  }

  #callModules({ block, source }: PlacedBlock, name: string): readonly CalledModule[] {
    const scope = this.scope(source);
    const address = textOf(memberOfBody(block.body, 'source', scope));
    const isLocal = address !== undefined && /^\.\.?(?:\/|$)/.test(address) && this.call.calls.length < deepest;
    const path = isLocal ? posix.join(this.files.directory, address) : undefined;
    const files = path === undefined ? undefined : this.#workspace.directory(path);
    return instancesOf(block.body, scope).map((instance) => {
      const call: ModuleCall = {
        prefix: `${this.call.prefix}module.${name}${instance.suffix}.`,
        calls: [...this.call.calls, { source, ...block.header }],
        argument: (argument) => memberOfBody(block.body, argument, instance.scope),
        root: this.call.root,
      };
      return { instance, module: files && new Module(files, call, this.#workspace) };
    });
  }

  output(name: string): Value | undefined {
    const placed = this.files.find('output', name);
    if (!placed) return undefined;
    return this.#remember(`output.${name}`, { source: placed.source, ...placed.block.header }, () =>
      memberOfBody(placed.block.body, 'value', this.scope(placed.source)),
    );
  }

  #lookup(root: string, steps: readonly Step[], at: TextRange): Found {
    const [first, second] = steps;
    if (root === 'var') return { value: this.#variable(String(first), at), used: 1 };
    if (root === 'local') return { value: this.#local(String(first), at), used: 1 };
    if (root === 'module') return this.#module(String(first), steps, at);
    if (root === 'data') return this.#resource('data', String(first), String(second), steps.slice(2), 2, at);
    if (root === 'path') return { value: scalar(this.#path(String(first)), at), used: 1 };
    if (root === 'terraform') return { value: scalar('default', at), used: 1 };
    if (root === 'each' || root === 'count' || root === 'self') {
      return { value: unknown(root, `there is no ${root} here`, at), used: 0 };
    }
    return this.#resource('resource', root, String(first), steps.slice(1), 1, at);
  }

  #path(name: string): string {
    if (name === 'module') return this.files.directory;
    return this.call.root;
  }

  #remember(name: string, at: TextRange, compute: () => Value | undefined): Value {
    const known = this.#known.get(name);
    if (known) return known;
    this.#known.set(name, unknown(name, `${name} is worked out from itself`, at));
    const value = compute() ?? { ...unknown(name, `${name} has no value`, at), missing: true };
    this.#known.set(name, value);
    return value;
  }

  #variable(name: string, at: TextRange): Value {
    const given = `var.${name}`;
    return this.#remember(given, at, () => {
      const argument = this.call.argument(name);
      if (argument) return argument;
      const declared = this.files.find('variable', name);
      const scope = declared && this.scope(declared.source);
      const fallback = declared && scope && memberOfDefault(declared, scope);
      return fallback ?? unknown(given, `${given} has no default`, at);
    });
  }

  #local(name: string, at: TextRange): Value {
    return this.#remember(`local.${name}`, at, () => {
      for (const { block, source } of this.files.of('locals')) {
        const attribute = block.body.attributes.find((other) => other.name === name);
        if (attribute) return evaluate(attribute.value, this.scope(source));
      }
      return undefined;
    });
  }

  #module(name: string, [, ...steps]: readonly Step[], at: TextRange): Found {
    const placed = this.files.find('module', name);
    const called = placed ? this.callsOf(placed) : [];
    const [first] = called;
    const isIndexed = first?.instance.key !== undefined;
    const [index, output] = isIndexed ? steps : [undefined, ...steps];
    const chosen = isIndexed ? called.find(({ instance }) => String(instance.key) === String(index)) : first;
    const subject = `module.${name}.${String(output)}`;
    const used = isIndexed ? 3 : 2;
    if (!chosen?.module) return { value: unknown(subject, `the module ${name} is not in the repository`, at), used };
    const value = chosen.module.output(String(output));
    return { value: value ?? { ...unknown(subject, `there is no ${subject}`, at), missing: true }, used };
  }

  /**
   * An attribute of a resource when the next step names one, so that resources that refer to each other's names are no
   * cycle; else all of the resource.
   */
  #resource(
    type: 'resource' | 'data',
    kind: string,
    name: string,
    steps: readonly Step[],
    used: number,
    at: TextRange,
  ): Found {
    const address = `${this.call.prefix}${type === 'data' ? 'data.' : ''}${kind}.${name}`;
    const placed = this.files.find(type, kind, name);
    if (!placed) return { value: { ...unknown(address, `there is no ${address}`, at), missing: true }, used };
    const instances = this.instances(placed);
    const [first] = instances;
    const isIndexed = first?.key !== undefined;
    const [index, ...rest] = isIndexed ? steps : [undefined, ...steps];
    const instance = isIndexed ? instances.find(({ key }) => String(key) === String(index)) : first;
    if (isIndexed && steps.length === 0) return { value: this.#all(placed, instances, address, at), used };
    if (!instance)
      return { value: { ...unknown(address, `there is no ${address}[${index}]`, at), missing: true }, used };
    // One whose number is not known may be given an index all the same.
    const open = !isIndexed && typeof rest[0] === 'number' ? 1 : 0;
    const attribute = rest[open];
    const before = used + (isIndexed ? 1 : 0) + open;
    const from = { source: placed.source, ...placed.block.header };
    if (typeof attribute !== 'string') {
      const whole = this.#remember(`${address}${instance.suffix}`, from, () => this.attributes(placed, instance));
      return { value: whole, used: before };
    }
    const value = this.#remember(`${address}${instance.suffix}.${attribute}`, from, () => {
      if (type === 'data' && kind === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)) {
        return { kind: 'json', value: renderPolicyDocument(this.attributes(placed, instance)), at: from };
      }
      const set = memberOfBody(placed.block.body, attribute, instance.scope);
      return set ?? { kind: 'reference', address: `${address}${instance.suffix}`, path: [attribute], at: from };
    });
    return { value, used: before + 1 };
  }

  #all(placed: PlacedBlock, instances: readonly Instance[], address: string, at: TextRange): Value {
    return this.#remember(`${address}[*]`, at, () => {
      const made = instances.map((instance) => [String(instance.key), this.attributes(placed, instance)] as const);
      const isCounted = typeof instances[0]?.key === 'number';
      return isCounted
        ? { kind: 'list', items: made.map(([, item]) => item), at }
        : { kind: 'map', entries: new Map(made), at };
    });
  }

  instances({ block, source }: PlacedBlock): readonly Instance[] {
    return instancesOf(block.body, this.scope(source));
  }

  attributes({ block }: PlacedBlock, { scope, suffix }: Instance): Mapping {
    const address = `${this.call.prefix}${block.type === 'data' ? 'data.' : ''}${block.labels.join('.')}${suffix}`;
    return { ...expandBody(block.body, scope), address };
  }
}

/** A default that is null is one. */
function memberOfDefault({ block }: PlacedBlock, scope: Scope): Value | undefined {
  const attribute = block.body.attributes.find(({ name }) => name === 'default');
  return attribute && evaluate(attribute.value, scope);
}
