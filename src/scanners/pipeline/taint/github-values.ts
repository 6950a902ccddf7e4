import type { YamlScalar } from '../../../lib/yaml/node.ts';
import type { ExpressionSource } from '../github/expression-sources.ts';
import { join, nothing, passing, type Flow } from './flow.ts';

/**
 * What is known of a value with `${{ }}` in it.
 *
 * @param sources what somebody can choose in it
 */
export function githubValue(value: YamlScalar, sources: readonly ExpressionSource[]): Flow {
  if (!value.text.includes('${{')) return nothing;
  return join([secretIn(value), ...sources.map((source) => chosen(value, source))]);
}

function chosen({ range }: YamlScalar, { path, form, by, through }: ExpressionSource): Flow {
  const via = through.length > 0 ? `, through ${through.join(' and ')}` : '';
  const steps = [{ at: range, message: `it holds ${path}${via}` }];
  return { untrusted: { source: path, trust: by, form, multiline: form === 'arbitrary', steps } };
}

function secretIn({ text, range }: YamlScalar): Flow {
  const flow = secretOf(text);
  return passing(flow, () => ({ at: range, message: `it holds ${flow.secret?.name ?? ''}` }));
}

/** The secret in an expression: GitHub's own token, one by its name, or all of them. */
export function secretOf(text: string): Flow {
  const found = /\btoJSON\(\s*secrets\s*\)|\bsecrets\.\w+|\bsecrets\[|\bgithub\.token\b/i.exec(text)?.[0];
  if (found === undefined) return nothing;
  const origin = /^toJSON/i.test(found) ? 'environment' : 'platform';
  return { secret: { name: found, origin, changed: false, steps: [] } };
}
