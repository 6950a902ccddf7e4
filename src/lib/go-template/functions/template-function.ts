import { GoFloat, GoInt, GoList, GoMap, GoTime, type GoValue } from '../value/go-value.ts';

/** What a parameter takes: a Go type, or anything. */
interface Arguments {
  readonly any: GoValue;
  readonly string: string;
  readonly bool: boolean;
  readonly int: GoInt;
  readonly float64: GoFloat;
  readonly map: GoMap;
  readonly time: GoTime;
}

export type ParameterType = keyof Arguments;

/** A function that templates can call by the name under which it stands in a table. */
export interface TemplateFunction {
  readonly parameters: readonly ParameterType[];
  /** What further arguments are. */
  readonly rest?: ParameterType;
  /** The arguments are of the types said above. Throws `FunctionError`. */
  readonly call: (...values: readonly GoValue[]) => GoValue;
}

/** Functions by name. */
export type FunctionTable = ReadonlyMap<string, TemplateFunction>;

type ArgumentsOf<P extends readonly ParameterType[]> = { [I in keyof P]: Arguments[P[I]] };

/** A function of Go's types; texts, numbers and lists of JavaScript have to be wrapped in Go's. */
export function define<const P extends readonly ParameterType[]>(
  parameters: P,
  call: (...values: ArgumentsOf<P>) => GoValue,
): TemplateFunction {
  return { parameters, call: (...values) => call(...(values as ArgumentsOf<P>)) };
}

/** The same with any number of further arguments of one type. */
export function defineVariadic<const P extends readonly ParameterType[], const R extends ParameterType>(
  parameters: P,
  rest: R,
  call: (...values: [...ArgumentsOf<P>, ...Arguments[R][]]) => GoValue,
): TemplateFunction {
  return { parameters, rest, call: (...values) => call(...(values as [...ArgumentsOf<P>, ...Arguments[R][]])) };
}

export const goTypeNames: Readonly<Record<ParameterType, string>> = {
  any: 'interface {}',
  string: 'string',
  bool: 'bool',
  int: 'int',
  float64: 'float64',
  map: 'map[string]interface {}',
  time: 'time.Time',
};

/** Whether a value may be passed as an argument of a type. */
export function fits(value: GoValue, type: ParameterType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return value instanceof GoInt && value.type === 'int';
    case 'float64':
      return value instanceof GoFloat && value.type === 'float64';
    case 'map':
      return value instanceof GoMap;
    default:
      return value instanceof GoTime;
  }
}

export function stringList(items: readonly string[]): GoList {
  return new GoList(items, 'string');
}
