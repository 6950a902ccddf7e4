import type { Operand } from '../syntax/node.ts';
import { printNode } from '../syntax/print-node.ts';
import { GoFloat, GoInt, GoMap, typeName, type GoValue } from '../value/go-value.ts';
import { fits, goTypeNames, type ParameterType } from './template-function.ts';

export type FittedArgument = { readonly value: GoValue } | { readonly problem: string };

const expectedWords: Readonly<Partial<Record<ParameterType, string>>> = {
  string: 'string',
  bool: 'bool',
  int: 'integer',
  float64: 'float',
};

/** A constant as an argument of a type, which it takes where it can; undefined for what is no constant. */
export function fitConstant(operand: Operand, type: ParameterType): FittedArgument | undefined {
  switch (operand.kind) {
    case 'nil':
      if (type === 'map') return { value: new GoMap() };
      return type === 'any' ? { value: null } : { problem: `cannot assign nil to ${goTypeNames[type]}` };
    case 'number':
      if (type === 'int' && operand.int !== undefined) return { value: new GoInt(operand.int) };
      if (type === 'float64' && operand.float !== undefined) return { value: new GoFloat(operand.float) };
      return type === 'any' ? { value: operand.ideal } : unexpected(operand, type);
    case 'boolean':
    case 'string':
      return fits(operand.value, type) ? { value: operand.value } : unexpected(operand, type);
    default:
      return undefined;
  }
}

function unexpected(operand: Operand, type: ParameterType): FittedArgument {
  const wanted = expectedWords[type];
  if (wanted !== undefined) return { problem: `expected ${wanted}; found ${printNode(operand)}` };
  return { problem: `can't handle ${printNode(operand)} for arg of type ${goTypeNames[type]}` };
}

/** A value as an argument of a type. */
export function fitArgument(value: GoValue, type: ParameterType): FittedArgument {
  if (fits(value, type)) return { value: value ?? null };
  if (value !== undefined && value !== null) {
    return { problem: `wrong type for value; expected ${goTypeNames[type]}; got ${typeName(value)}` };
  }
  return type === 'map' ? { value: new GoMap() } : { problem: `invalid value; expected ${goTypeNames[type]}` };
}
