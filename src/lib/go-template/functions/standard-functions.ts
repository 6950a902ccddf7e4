import { sprint, sprintf, sprintln } from '../format/sprintf.ts';
import { FunctionError } from '../template-error.ts';
import { GoInt, isTrue, typeName, type GoValue } from '../value/go-value.ts';
import { equalsAny, isLess } from './compare.ts';
import { escapeHtml, escapeQuery, escapeScript } from './escape.ts';
import { indexValue, lengthOf, sliceValue } from './index-value.ts';
import { define, defineVariadic, type FunctionTable, type TemplateFunction } from './template-function.ts';

/** `and` and `or` are evaluated by the execution, which looks at no more arguments than it needs. */
function never(): GoValue {
  throw new Error('is evaluated elsewhere');
}

function compared(holds: (less: boolean, equal: () => boolean) => boolean): TemplateFunction {
  return define(['any', 'any'], (first, second) => holds(isLess(first, second), () => equalsAny(first, [second])));
}

/** The functions that every template of Go's text/template has ("Functions"). */
export const standardFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['and', defineVariadic(['any'], 'any', never)],
  ['or', defineVariadic(['any'], 'any', never)],
  ['not', define(['any'], (value) => !isTrue(value))],
  [
    'call',
    defineVariadic(['any'], 'any', (value) => {
      if (value === undefined || value === null) throw new FunctionError('call of nil');
      throw new FunctionError(`non-function . of type ${typeName(value)}`);
    }),
  ],
  ['html', defineVariadic([], 'any', (...values) => escapeHtml(values))],
  ['js', defineVariadic([], 'any', (...values) => escapeScript(values))],
  ['urlquery', defineVariadic([], 'any', (...values) => escapeQuery(values))],
  ['index', defineVariadic(['any'], 'any', (value, ...indexes) => indexValue(value, indexes))],
  ['slice', defineVariadic(['any'], 'any', (value, ...indexes) => sliceValue(value, indexes))],
  ['len', define(['any'], (value) => new GoInt(lengthOf(value)))],
  ['print', defineVariadic([], 'any', (...values) => sprint(values))],
  ['printf', defineVariadic(['string'], 'any', (format, ...values) => sprintf(format, values))],
  ['println', defineVariadic([], 'any', (...values) => sprintln(values))],
  ['eq', defineVariadic(['any'], 'any', (first, ...others) => equalsAny(first, others))],
  ['ne', define(['any', 'any'], (first, second) => !equalsAny(first, [second]))],
  ['lt', compared((less) => less)],
  ['le', compared((less, equal) => less || equal())],
  ['gt', compared((less, equal) => !less && !equal())],
  ['ge', compared((less) => !less)],
]);
