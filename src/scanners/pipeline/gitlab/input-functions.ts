import type { YamlNode, YamlScalar } from '../../../lib/yaml/node.ts';

/** GitLab's limit of functions in one block. */
export const mostFunctions = 3;

const call = /^\s*(?<name>\w+)\s*(?:\((?<args>[^)]*)\))?\s*$/;

/**
 * Applies a function of an interpolation block (GitLab documentation, "CI/CD inputs", predefined interpolation
 * functions). Undefined when there is no such function, or not for such a value.
 */
export function applyFunction(value: YamlNode, text: string): YamlNode | undefined {
  const { name = '', args = '' } = call.exec(text)?.groups ?? {};
  if (value.kind !== 'scalar') return undefined;
  switch (name) {
    case 'expand_vars':
      // It leaves names of variables in the text; what they hold is not known here.
      return value;
    case 'truncate':
      return truncate(value, args);
    case 'posix_escape':
      return withText(value, posixEscape(value.text));
    case 'posix_quote':
      return withText(value, `'${value.text.replaceAll("'", String.raw`'\''`)}'`);
    case 'split':
      return split(value, args);
    default:
      return undefined;
  }
}

function truncate(value: YamlScalar, args: string): YamlScalar | undefined {
  const numbers = /^\s*(?<offset>\d+)\s*,\s*(?<length>\d+)\s*$/.exec(args)?.groups;
  if (!numbers) return undefined;
  const offset = Number(numbers['offset']);
  return withText(value, value.text.slice(offset, offset + Number(numbers['length'])));
}

function split(value: YamlScalar, args: string): YamlNode | undefined {
  const separator = /^\s*(['"])(?<text>.+)\1\s*$/.exec(args)?.groups?.['text'];
  if (separator === undefined) return undefined;
  const items = value.text.split(separator).map((part) => withText(value, part));
  return { kind: 'sequence', items, range: value.range };
}

function withText(scalar: YamlScalar, text: string): YamlScalar {
  return { kind: 'scalar', value: text, text, style: scalar.style, range: scalar.range };
}

/** As a shell escapes a word outside quotes; a line break can only be quoted (POSIX.1-2017 Shell, §2.2.1). */
function posixEscape(value: string): string {
  if (value === '') return "''";
  return value.replaceAll(/[^\w@%+=:,./\n-]/g, (character) => `\\${character}`).replaceAll('\n', "'\n'");
}
