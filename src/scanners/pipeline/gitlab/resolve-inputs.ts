import { RE2JS } from 're2js';
import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import { textOf, type YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';
import type { IncludeItem } from './include-item.ts';
import type { Inputs } from './interpolate.ts';

const types = ['string', 'number', 'boolean', 'array'];
const longestPattern = 1024;

export interface ResolvedInputs {
  readonly inputs: Inputs;
  readonly declared: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * The values of the inputs that a header declares (GitLab documentation, "CI/CD YAML syntax reference", spec:inputs):
 * what the include gives, else the default.
 * @param item who includes the file; undefined for the definition itself, whose inputs are given when it is started
 */
export function resolveInputs(specs: YamlMap | undefined, item: IncludeItem | undefined): ResolvedInputs {
  const inputs = new Map<string, YamlNode>();
  const problems: Problem[] = [];
  const entries = specs?.entries ?? [];
  const declared = new Set(entries.map(({ key }) => key.text));
  for (const { key, value } of entries) {
    const spec = value.kind === 'map' ? value : undefined;
    const given = item?.inputs.get(key.text);
    const fallback = spec?.get('default');
    const chosen = given ?? fallback;
    if (chosen) {
      inputs.set(key.text, chosen);
      problems.push(...check(key.text, chosen, spec));
    } else if (item) {
      problems.push({ code: 'missing', message: `the input ${key.text} has no default and is not given`, at: item.at });
    }
  }
  for (const [name, value] of item?.inputs ?? []) {
    if (declared.has(name)) continue;
    problems.push({
      code: 'unknown-key',
      message: `there is no input ${name} in what is included${didYouMean(name, [...declared])}`,
      at: value.range,
    });
  }
  return { inputs, declared, problems };
}

function check(name: string, value: YamlNode, spec: YamlMap | undefined): readonly Problem[] {
  const fault = faultOf(value, spec);
  return fault === undefined ? [] : [{ code: 'schema', message: `the input ${name} ${fault}`, at: value.range }];
}

function faultOf(value: YamlNode, spec: YamlMap | undefined): string | undefined {
  const type = spec?.text('type') ?? 'string';
  if (!types.includes(type)) return `has the type ${type}; there are ${types.join(', ')}`;
  // `default: null` is no value; a text with a block or a variable in it becomes what it becomes.
  if (value.kind === 'scalar' && (value.value === null || value.text.includes('$'))) return undefined;
  const actual = value.kind === 'sequence' ? 'array' : value.kind === 'map' ? 'mapping' : typeof value.value;
  if (actual !== type) return `is of type ${type}, not ${actual}`;
  const options = spec?.list('options') ?? [];
  if (options.length > 0 && !options.some((option) => textOf(option) === textOf(value))) {
    return `is one of ${options.map((option) => textOf(option) ?? '').join(', ')}`;
  }
  const regex = spec?.text('regex');
  return regex === undefined || value.kind !== 'scalar' || matches(regex, value.text)
    ? undefined
    : `does not match ${regex}`;
}

function matches(regex: string, text: string): boolean {
  if (regex.length > longestPattern) return true;
  const pattern = /^\/(?<inner>.*)\/$/s.exec(regex)?.groups?.['inner'] ?? regex;
  try {
    return RE2JS.compile(pattern).matcher(text).find();
  } catch {
    // Not a pattern: nobody knows what GitLab makes of it.
    return true;
  }
}
