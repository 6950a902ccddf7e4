import type { YamlNode } from '../../../../lib/yaml/node.ts';
import { impossible, unknown, type Truth } from '../truth.ts';
import { evaluate, type Lookup } from './evaluate.ts';
import { ExpressionError, parseExpression } from './expression.ts';

/** The truth of a condition as it is written; one that GitLab would refuse is unknown. */
export function conditionHolds(node: YamlNode, lookup: Lookup): Truth {
  if (node.kind !== 'scalar') return unknown('a condition that is no text', false);
  if (node.value === null) return impossible;
  try {
    return evaluate(parseExpression(node.text), lookup);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return unknown(`a condition that is not understood (${error.message})`, false);
  }
}
