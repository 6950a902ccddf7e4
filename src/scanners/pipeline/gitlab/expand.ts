import type { SourceText } from '../../../lib/text/source-text.ts';
import { textOf, YamlMap, type YamlEntry, type YamlNode, type YamlSequence } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline, Problem } from '../model/pipeline.ts';
import type { Variable } from '../model/variable.ts';
import { checkDefinition } from './check-definition.ts';
import { defaultEntries, inheritedVariables, withDefaults } from './defaults.ts';
import { JobExtension } from './extend-jobs.ts';
import { flattenLists } from './flatten-lists.ts';
import type { Assembled } from './includes.ts';
import { globalKeywords } from './keywords.ts';
import { readJob } from './read-job.ts';
import { readVariables } from './read-variables.ts';
import { References, type Resolved } from './references.ts';

/** Jobs that one definition may have, those of matrices counted one by one. */
const mostJobs = 20_000;

/**
 * Expands what was assembled of files: extends, references, defaults, matrices, in GitLab's order.
 * @param isPart whether pipelines of others include it, and may have what it lacks
 */
export function expand(
  assembled: Assembled,
  source: SourceText,
  startedBy: string | undefined,
  isPart = false,
): Pipeline {
  const isOpen = isPart || assembled.holes.length > 0;
  const expansion = new Expansion(assembled, isOpen);
  const document = expansion.resolveKeywords();
  const variables = readVariables(document.map('variables'), 'pipeline');
  const jobs = expansion.jobs(document, variables);
  const { holes, inclusions, foreignFiles, includedAt } = assembled;
  return {
    dialect: 'gitlab',
    source,
    document,
    jobs,
    variables,
    holes,
    inclusions,
    foreignFiles,
    includedAt,
    problems: [...assembled.problems, ...expansion.problems(), ...checkDefinition(document, jobs, isOpen)],
    ...(isPart && { component: true as const }),
    ...(startedBy !== undefined && { startedBy }),
  };
}

class Expansion {
  readonly #assembled: Assembled;
  readonly #isOpen: boolean;
  readonly #extension: JobExtension;
  readonly #references: References;
  readonly #problems: Problem[] = [];

  /** @param isOpen whether jobs may come from what could not be looked at */
  constructor(assembled: Assembled, isOpen: boolean) {
    const { document } = assembled;
    this.#assembled = assembled;
    this.#isOpen = isOpen;
    this.#extension = new JobExtension(document);
    this.#references = new References((name) => {
      const value = document.get(name);
      return value?.kind === 'map' && !globalKeywords.has(name) ? this.#extension.extend(value).body : value;
    });
  }

  problems(): readonly Problem[] {
    return [...this.#extension.problems, ...this.#references.problems, ...this.#problems];
  }

  /** The document with the references of its keywords resolved; jobs are as they are written. */
  resolveKeywords(): YamlMap {
    const { entries, range } = this.#assembled.document;
    return new YamlMap(
      entries.map((entry) => (globalKeywords.has(entry.key.text) ? this.#resolveKeyword(entry) : entry)),
      range,
    );
  }

  #resolve(node: YamlNode): Resolved {
    return this.#assembled.hasReferences ? this.#references.resolve(node) : { node, levels: 0, missing: [] };
  }

  #resolveKeyword({ key, value }: YamlEntry): YamlEntry {
    const { node } = this.#resolve(value);
    return { key, value: node.kind === 'map' ? flattenLists(node) : node };
  }

  jobs(document: YamlMap, variables: readonly Variable[]): readonly Job[] {
    const defaults = defaultEntries(document);
    const jobs: Job[] = [];
    let count = 0;
    for (const entry of document.entries) {
      const { key, value } = entry;
      if (value.kind !== 'map' || !isJob(entry)) continue;
      const job = this.#job(entry, value, defaults, variables);
      count += job.instances?.length ?? 1;
      if (count > mostJobs) {
        this.#problems.push({ code: 'limit', message: `more than ${mostJobs} jobs`, at: key.range });
        break;
      }
      jobs.push(job);
    }
    return jobs;
  }

  #job({ key }: YamlEntry, written: YamlMap, defaults: readonly YamlEntry[], variables: readonly Variable[]): Job {
    const { body, missing } = this.#extension.extend(written);
    const resolved = this.#resolve(body);
    const unresolved = [...missing, ...resolved.missing.map(({ items: [first] }) => textOf(first) ?? '')];
    if (!this.#isOpen) this.#blame(key.text, body, missing, resolved.missing);
    const whole = withDefaults(flattenLists(resolved.node.kind === 'map' ? resolved.node : body), defaults);
    const { job, problem } = readJob(key, whole, inheritedVariables(whole, variables));
    if (problem) this.#problems.push(problem);
    const includedIf = this.#assembled.conditions.get(key.text);
    return { ...job, ...(includedIf && { includedIf }), ...(unresolved.length > 0 && { unresolved }) };
  }

  /** What is named and not there, where no include could bring it. */
  #blame(name: string, body: YamlMap, parents: readonly string[], references: readonly YamlSequence[]): void {
    if (parents.length > 0) {
      const at = body.entry('extends')?.value.range ?? body.range;
      this.#problems.push({
        code: 'missing',
        message: `${name} extends ${parents.join(', ')}, which is not there`,
        at,
      });
    }
    for (const { items, range } of references) {
      const path = items.map((item) => textOf(item) ?? '?').join(', ');
      this.#problems.push({ code: 'missing', message: `there is no [${path}] to refer to`, at: range });
    }
  }
}

/** A key at the top that is no keyword is a job; one that begins with a dot is hidden. */
function isJob({ key }: YamlEntry): boolean {
  return !key.text.startsWith('.') && !globalKeywords.has(key.text);
}
