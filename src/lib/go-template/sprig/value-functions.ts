import { define, defineVariadic, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { FunctionError } from '../template-error.ts';
import { kindName, typeName, type GoValue } from '../value/go-value.ts';
import { isEmpty } from './convert.ts';
import { deepEqual } from './deep-equal.ts';
import { decodeJson, encodeJson } from './json.ts';

/** Functions that give nothing where the ones with `must` stop the template. */
function orEmpty(encode: (value: GoValue) => string): TemplateFunction {
  return define(['any'], (value) => {
    try {
      return encode(value);
    } catch (error) {
      if (error instanceof FunctionError) return '';
      throw error;
    }
  });
}

function encoders(name: string, encode: (value: GoValue) => string): [string, TemplateFunction][] {
  return [
    [name, orEmpty(encode)],
    [`mustT${name.slice(1)}`, define(['any'], encode)],
  ];
}

/** sprig's "Defaults Functions", "Flow Control Functions" and "Reflection". */
export const valueFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['default', defineVariadic(['any'], 'any', (otherwise, ...given) => (isEmpty(given[0]) ? otherwise : given[0]))],
  ['empty', define(['any'], isEmpty)],
  ['coalesce', defineVariadic([], 'any', (...values) => values.find((value) => !isEmpty(value)) ?? null)],
  ['all', defineVariadic([], 'any', (...values) => !values.some(isEmpty))],
  ['any', defineVariadic([], 'any', (...values) => values.some((value) => !isEmpty(value)))],
  ['ternary', define(['any', 'any', 'bool'], (yes, no, holds) => (holds ? yes : no))],
  ['fromJson', define(['string'], (text) => decodeJson(text)?.value ?? null)],
  [
    'mustFromJson',
    define(['string'], (text) => {
      const decoded = decodeJson(text);
      if (decoded === undefined) throw new FunctionError('invalid JSON');
      return decoded.value;
    }),
  ],
  ...encoders('toJson', (value) => encodeJson(value, '', true)),
  ...encoders('toPrettyJson', (value) => encodeJson(value, '  ', true)),
  ...encoders('toRawJson', (value) => encodeJson(value, '', false)),
  [
    'fail',
    define(['string'], (message) => {
      throw new FunctionError(message);
    }),
  ],
  ['typeOf', define(['any'], typeName)],
  ['typeIs', define(['string', 'any'], (type, value) => type === typeName(value))],
  ['typeIsLike', define(['string', 'any'], (type, value) => [type, `*${type}`].includes(typeName(value)))],
  ['kindOf', define(['any'], kindName)],
  ['kindIs', define(['string', 'any'], (kind, value) => kind === kindName(value))],
  ['deepEqual', define(['any', 'any'], deepEqual)],
]);
