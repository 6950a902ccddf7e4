import type { ShellCommand, ShellExpansion } from '../../../lib/shell/shell-command.ts';
import { isSame, join, nothing, type Flow, type Secret } from './flow.ts';

/** What the names of a job hold while its scripts are followed. */
export class TraceState {
  /** Variables that a script set; what is not there comes from outside. */
  readonly #variables: Map<string, Flow>;
  /** Files by the path as it was written. */
  readonly files = new Map<string, Flow>();
  /** Functions that sourced files define, with who takes their arguments. */
  readonly functions = new Map<string, string>();
  /** Those of them that other files call. */
  readonly calledFrom = new Set<string>();
  /** Variables that lines of files set, by the file's path. */
  readonly entries = new Map<string, Map<string, Flow>>();
  /** Arguments of functions and scripts, by who takes them: `name\n1`. */
  readonly #parameters = new Map<string, Flow>();
  readonly expansions = new Map<ShellExpansion, Flow>();
  readonly inputs = new Map<ShellCommand, Flow>();
  /** Secrets that commands print into the job's log. */
  readonly printed = new Map<ShellCommand, Secret>();
  readonly #outside: (name: string) => Flow | undefined;
  readonly #outsideFile: (path: string) => Flow;
  #changes = 0;

  /**
   * @param outside what is known of a variable that the scripts do not set
   * @param outsideFile what is known of a file that they do not write
   */
  constructor(outside: (name: string) => Flow | undefined, outsideFile: (path: string) => Flow) {
    this.#outside = outside;
    this.#outsideFile = outsideFile;
    this.#variables = new Map();
  }

  /** Grows whenever something new is known. */
  get changes(): number {
    return this.#changes;
  }

  /** What the words and inputs of the scripts hold at all. */
  kinds(): ReadonlySet<keyof Flow> {
    const kinds = new Set<keyof Flow>();
    for (const flows of [this.expansions, this.inputs, this.files]) {
      for (const { untrusted, secret } of flows.values()) {
        if (untrusted) kinds.add('untrusted');
        if (secret) kinds.add('secret');
      }
    }
    if (this.printed.size > 0) kinds.add('secret');
    return kinds;
  }

  variable(name: string): Flow {
    return this.#variables.get(name) ?? this.#outside(name) ?? nothing;
  }

  file(path: string): Flow {
    return this.files.get(path) ?? this.#outsideFile(path);
  }

  /** @param certain whether the old value is gone for sure */
  setVariable(name: string, flow: Flow, certain: boolean): void {
    const old = this.#variables.get(name);
    const next = certain || old === undefined ? flow : join([old, flow]);
    if (!isSame(old, next)) this.#changes++;
    this.#variables.set(name, next);
  }

  unsetVariable(name: string): void {
    this.#variables.set(name, nothing);
  }

  /** A shell of its own begins: what the last one set is gone, its files stay. */
  forgetVariables(): void {
    this.#variables.clear();
  }

  writeFile(path: string, flow: Flow, append: boolean): void {
    const old = this.files.get(path);
    const next = append ? join([old, flow]) : flow;
    if (!isSame(old, next)) this.#changes++;
    this.files.set(path, next);
  }

  writeEntry(path: string, name: string, flow: Flow): void {
    const entries = this.entries.get(path) ?? new Map<string, Flow>();
    this.entries.set(path, entries);
    entries.set(name, join([entries.get(name), flow]));
  }

  parameter(owner: string, index: string): Flow {
    const one = (key: string): Flow => this.#parameters.get(`${owner}\n${key}`) ?? nothing;
    if (index !== '@' && index !== '*') return one(index);
    return join(Array.from({ length: 9 }, (_, at) => one(String(at + 1))));
  }

  setParameter(owner: string, index: number, flow: Flow): void {
    const key = `${owner}\n${index}`;
    const old = this.#parameters.get(key);
    const next = join([old, flow]);
    if (!isSame(old, next)) this.#changes++;
    this.#parameters.set(key, next);
  }
}
