import type { Evidence } from '../../model/evidence.ts';
import { compileCondition } from '../conditions/compile-condition.ts';
import { conditionContext } from '../conditions/condition-values.ts';
import type { Condition, Gate } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';
import type { Standing } from './standing.ts';

/** More steps than this are refused: the policy of a hostile repository must not keep the gate busy for hours. */
const mostSteps = 20_000_000;

/** What cannot be evaluated is an error, never an open gate. */
export function judgeConditions(gate: Gate, evidence: Evidence, findings: readonly Standing[]): CodedReason[] {
  const context = conditionContext(gate, evidence, findings);
  const longest = Math.max(
    100,
    findings.length,
    evidence.components.length,
    evidence.runs.length,
    evidence.unknowns.length,
  );
  return gate.conditions.flatMap((condition): CodedReason[] => {
    const value = evaluate(condition, context, longest);
    if (typeof value === 'string') {
      const message = `the condition ${condition.expression} can not be decided: ${value}`;
      return [{ code: 'condition', effect: 'error', message }];
    }
    if (value === (condition.kind === 'require')) return [];
    const said = condition.kind === 'require' ? 'required, but does not hold' : 'must not hold, but does';
    return [{ code: 'condition', effect: 'fail', message: condition.message ?? `${condition.expression} ${said}` }];
  });
}

/** The value, or why there is none. */
function evaluate(condition: Condition, context: Record<string, unknown>, longest: number): boolean | string {
  const compiled = compileCondition(condition.expression);
  if ('message' in compiled) return compiled.message;
  if (longest ** compiled.depth > mostSteps)
    return `it walks through ${longest} items ${compiled.depth} deep, which takes too long`;
  try {
    return compiled.holds(context);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
