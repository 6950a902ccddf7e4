import type { PolicyDocument } from '../schema/policy-schema.ts';
import type { Problem } from './problem.ts';
import type { YamlSource } from './yaml-source.ts';

/** Mistakes in the expressions of a policy. The expression language is loaded only if there is one. */
export async function conditionProblems(policy: PolicyDocument, source: YamlSource): Promise<Problem[]> {
  const expressions = Object.entries(policy.gates ?? {}).flatMap(([gate, { conditions }]) =>
    (conditions ?? []).map((condition, index) => {
      const [key, text] = 'require' in condition ? ['require', condition.require] : ['fail-if', condition['fail-if']];
      return { path: ['gates', gate, 'conditions', index, key], text };
    }),
  );
  if (expressions.length === 0) return [];
  const { compileCondition } = await import('../conditions/compile-condition.ts');
  return expressions.flatMap(({ path, text }) => {
    const compiled = compileCondition(text);
    if (!('message' in compiled)) return [];
    const near = text.slice(compiled.offset, compiled.offset + 30);
    const message = `${path.join('.')}: ${compiled.message}${near === '' ? '' : ` at "${near}"`}`;
    return [{ position: source.position(path), message }];
  });
}
