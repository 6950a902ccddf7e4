import type { TextRange } from '../../lib/text/source-text.ts';
import { opensIn, unknown, type Value } from '../value.ts';
import { collectionFunctions } from './functions/collections.ts';
import { conversionFunctions } from './functions/conversions.ts';
import { digestFunctions } from './functions/digests.ts';
import type { TerraformFunction } from './functions/function.ts';
import { numberFunctions } from './functions/numbers.ts';
import { textFunctions } from './functions/texts.ts';

const functions: ReadonlyMap<string, TerraformFunction> = new Map([
  ...collectionFunctions,
  ...conversionFunctions,
  ...digestFunctions,
  ...numberFunctions,
  ...textFunctions,
]);

/** Longer lists and maps are not made. */
const mostItems = 20_000;

function sizeOf(value: Value): number {
  if (value.kind === 'list') return value.items.length;
  return value.kind === 'map' ? value.entries.size : 0;
}

/** Calls a function of Terraform. Unknown when it is not among those that are known, or its arguments do not suit it. */
export function callFunction(name: string, args: readonly Value[], at: TextRange): Value {
  const known = functions.get(name.replace(/^core::/, ''));
  const result = known?.(args, at);
  if (result && sizeOf(result) > mostItems) return unknown(`${name}()`, 'what it makes is too long', at);
  if (result) return result;
  for (const arg of args) for (const open of opensIn(arg)) return open;
  return unknown(`${name}()`, known ? `${name} is not for these values` : `${name} is not worked out`, at);
}
