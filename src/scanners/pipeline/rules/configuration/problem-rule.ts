import type { Pipeline, Problem } from '../../model/pipeline.ts';
import type { Issue } from '../../rule.ts';

/** The problems of these kinds that the reader of a definition met, as issues. */
export function problemsOf({ problems }: Pipeline, ...codes: readonly Problem['code'][]): readonly Issue[] {
  return problems.flatMap(({ code, message, at }) => (codes.includes(code) ? [{ at, message }] : []));
}
