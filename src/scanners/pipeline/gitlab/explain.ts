import type { TextRange } from '../../../lib/text/source-text.ts';
import { textOf, type YamlMap, type YamlNode, type YamlSequence } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { defaultEntries } from './defaults.ts';
import { parentsOf } from './extend-jobs.ts';
import { globalKeywords } from './keywords.ts';

/** One step on the way from where a value is written to where it counts. */
export interface Step {
  readonly message: string;
  readonly at: TextRange;
}

export interface Explanation {
  readonly value: YamlNode;
  /** From the place that is asked for to the place where the value is written. */
  readonly steps: readonly Step[];
  /** What would hold if it were not for the value. */
  readonly instead: readonly TextRange[];
}

interface Found {
  readonly value: YamlNode;
  readonly steps: readonly Step[];
}

/** More steps than GitLab's limits of extends and references allow. */
const deepest = 40;
const mostCandidates = 50;

/**
 * Where a value of an expanded definition comes from: `explain(pipeline, 'deploy.script.0')`. A name with dots is tried
 * as a whole first. Undefined when there is no such value.
 */
export function explain(pipeline: Pipeline, key: string): Explanation | undefined {
  const { document } = pipeline;
  const words = key.split('.');
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join('.');
    const entry = document.entry(name);
    if (!entry) continue;
    const rest = words.slice(length);
    const candidates = [...new Origins(document).candidates(name, rest)].slice(0, mostCandidates);
    const [first, ...others] = candidates;
    if (!first) continue;
    const steps = [...first.steps, ...interpolations(first.value), ...inclusions(pipeline, first.value.range)];
    return { value: first.value, steps, instead: others.map(({ value }) => value.range) };
  }
  return undefined;
}

class Origins {
  readonly #document: YamlMap;

  constructor(document: YamlMap) {
    this.#document = document;
  }

  /** What could be meant by a path in a job, the one that holds first. */
  *candidates(name: string, path: readonly string[], depth = 0): Generator<Found> {
    const value = this.#document.get(name);
    if (value === undefined || depth > deepest) return;
    if (value.kind !== 'map' || globalKeywords.has(name)) {
      yield* this.#walk(value, path, depth, value.range);
      return;
    }
    yield* this.#inJob(value, path, depth);
    const [keyword = ''] = path;
    const isOwn = keyword === '' || value.map('inherit')?.get('default') !== undefined || depth > 0;
    const fallback = isOwn ? undefined : defaultEntries(this.#document).find(({ key }) => key.text === keyword);
    if (!fallback) return;
    const step = { message: `${name} says nothing of its own: ${keyword} is the default`, at: fallback.key.range };
    for (const found of this.#walk(fallback.value, path.slice(1), depth, fallback.value.range)) {
      yield { ...found, steps: [step, ...found.steps] };
    }
  }

  *#inJob(job: YamlMap, path: readonly string[], depth: number): Generator<Found> {
    if (path.length > 0) yield* this.#walk(job, path, depth, job.range);
    else yield { value: job, steps: [] };
    const at = job.entry('extends')?.value.range ?? job.range;
    for (const parent of parentsOf(job).toReversed()) {
      const step = { message: `extends ${parent}`, at };
      for (const found of this.candidates(parent, path, depth + 1)) {
        yield { ...found, steps: [step, ...found.steps] };
      }
    }
  }

  /** @param whole where it would stand if it were written in place */
  *#walk(node: YamlNode, path: readonly string[], depth: number, whole: TextRange): Generator<Found> {
    if (node.kind === 'sequence' && node.tag === '!reference') {
      yield* this.#throughReference(node, path, depth);
      return;
    }
    const [key, ...rest] = path;
    if (key === undefined) {
      yield { value: node, steps: isInside(node.range, whole) ? [] : [aliasStep(node.range)] };
    } else if (node.kind === 'map') {
      for (let length = path.length; length > 0; length--) {
        const value = node.get(path.slice(0, length).join('.'));
        if (!value) continue;
        yield* this.#walk(value, path.slice(length), depth, whole);
        return;
      }
    } else if (node.kind === 'sequence' && /^\d+$/.test(key)) {
      yield* this.#item(node, Number(key), rest, depth, whole);
    }
  }

  /** The item of a list that has the number once the references in it are put in. */
  *#item(
    list: YamlSequence,
    number: number,
    rest: readonly string[],
    depth: number,
    whole: TextRange,
  ): Generator<Found> {
    let passed = 0;
    for (const item of list.items) {
      if (item.kind !== 'sequence' || item.tag !== '!reference') {
        if (passed++ !== number) continue;
        yield* this.#walk(item, rest, depth, whole);
        return;
      }
      const [target] = this.#throughReference(item, [], depth);
      const length = target?.value.kind === 'sequence' ? this.#lengthOf(target.value, depth + 1) : 1;
      if (number < passed + length) {
        const inner = target?.value.kind === 'sequence' ? [String(number - passed), ...rest] : rest;
        yield* this.#throughReference(item, inner, depth);
        return;
      }
      passed += length;
    }
  }

  #lengthOf(list: YamlSequence, depth: number): number {
    if (depth > deepest) return 0;
    return list.items.reduce((total, item) => {
      if (item.kind !== 'sequence' || item.tag !== '!reference') return total + 1;
      const [target] = this.#throughReference(item, [], depth);
      return total + (target?.value.kind === 'sequence' ? this.#lengthOf(target.value, depth + 1) : 1);
    }, 0);
  }

  *#throughReference(reference: YamlSequence, path: readonly string[], depth: number): Generator<Found> {
    const [name = '', ...keys] = reference.items.map((item) => textOf(item) ?? '');
    const step = { message: `refers to ${[name, ...keys].join('.')}`, at: reference.range };
    for (const found of this.candidates(name, [...keys, ...path], depth + 1)) {
      yield { ...found, steps: [step, ...found.steps] };
      return;
    }
  }
}

function isInside({ source, start, end }: TextRange, whole: TextRange): boolean {
  // What another file brought was merged in, not aliased: aliases end with their file.
  return source !== whole.source || (start >= whole.start && end <= whole.end);
}

function aliasStep(at: TextRange): Step {
  return { message: 'comes through a YAML alias', at };
}

function interpolations(value: YamlNode): readonly Step[] {
  if (value.kind !== 'scalar' || !value.original) return [];
  const names = [...new Set(value.original.substitutions.map(({ name }) => name))];
  return [{ message: `has the inputs ${names.join(', ')} put in`, at: value.range }];
}

/** From the file that a place is in to the one that the pipeline starts from. */
function inclusions({ includedAt, source }: Pipeline, at: TextRange): readonly Step[] {
  const steps: Step[] = [];
  let { uri } = at.source;
  while (uri !== source.uri && steps.length < deepest) {
    const place = includedAt?.get(uri);
    if (!place) break;
    steps.push({ message: `${uri} is included`, at: place });
    ({ uri } = place.source);
  }
  return steps;
}
