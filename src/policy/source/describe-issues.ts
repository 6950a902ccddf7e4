import type { z } from 'zod';
import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import type { Problem } from './problem.ts';
import { keysAt } from './schema-keys.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** Makes the JSON Schema of the document, which knows the keys that could have been meant; asked for only if needed. */
export type SchemaSource = () => Record<string, unknown>;

/** More mistakes than this are not looked into: each costs a walk through the document. */
const most = 100;

/** What the schema found wrong, with places and with words for people. */
export function describeIssues(issues: readonly Issue[], source: YamlSource, schema: SchemaSource): Problem[] {
  return issues.slice(0, most).flatMap((issue) => describe(issue, [], source, schema));
}

function describe(issue: Issue, base: YamlPath, source: YamlSource, schema: SchemaSource): Problem[] {
  const path = [...base, ...issue.path];
  const where = path.map(String).join('.');
  const at = (message: string, key?: string): Problem => ({
    position: source.position(path, key),
    message: where === '' ? message : `${where}: ${message}`,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysAt(schema(), path)).map(([key, message]) => at(message, key));
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      if (!branch) return [at(expectation(issue.errors.flat(), source.value(path)))];
      return branch.flatMap((nested) => describe(nested, path, source, schema));
    }
    case 'invalid_key':
      return issue.issues.map((nested) => ({
        position: source.position(path.slice(0, -1), String(path.at(-1))),
        message: `${path.slice(0, -1).map(String).join('.')}: "${String(path.at(-1))}" ${nested.message}`,
      }));
    case 'invalid_value':
    case 'invalid_type': {
      const value = source.value(path);
      return [at(value === undefined ? 'is missing' : expectation([issue], value))];
    }
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      break;
  }
  return [at(issue.message)];
}

function unknownKeys(keys: readonly string[], known: readonly string[]): [key: string, message: string][] {
  return keys.slice(0, most).map((key) => [key, `unknown key ${show(key)}${suggest(key, known)}`]);
}

/** The branch of a union that was meant: of those that fit at their root, the one with the fewest mistakes. */
function likeliest(branches: readonly Issue[][]): readonly Issue[] | undefined {
  return branches
    .filter((issues) => !issues.some((issue) => issue.path.length === 0 && isMismatch(issue)))
    .sort((a, b) => a.length - b.length)[0];
}

function isMismatch(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union';
}

function expectation(issues: readonly Issue[], value: unknown): string {
  const words = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  const kinds = issues.flatMap((issue) =>
    issue.code === 'invalid_type' ? [kindNames[issue.expected] ?? issue.expected] : [],
  );
  const expected = [...new Set([...words, ...kinds])];
  const last = expected.pop() ?? 'something else';
  const list = expected.length === 0 ? last : `${expected.join(', ')} or ${last}`;
  return `expected ${list}, not ${show(value)}${typeof value === 'string' ? suggest(value, words) : ''}`;
}

const kindNames: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a mapping';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function suggest(word: string, candidates: readonly string[]): string {
  const meant = nearestWord(word, candidates);
  return meant === undefined || meant === word ? '' : `; did you mean "${meant}"?`;
}
