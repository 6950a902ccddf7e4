import type { FunctionTable } from '../functions/template-function.ts';
import { dateFunctions } from './date-functions.ts';
import { dictFunctions } from './dict-functions.ts';
import { encodingFunctions } from './encoding-functions.ts';
import { listFunctions } from './list-functions.ts';
import { mathFunctions } from './math-functions.ts';
import { regexFunctions } from './regex-functions.ts';
import { stringFunctions } from './string-functions.ts';
import { valueFunctions } from './value-functions.ts';

/**
 * The functions of sprig 3 (masterminds.github.io/sprig) that templates use, without those that read the environment or
 * the network, or make keys, certificates and password hashes. `now` is the clock, in milliseconds since 1970.
 */
export function sprigFunctions(now: () => number): FunctionTable {
  const tables = [
    stringFunctions,
    mathFunctions,
    listFunctions,
    dictFunctions,
    valueFunctions,
    encodingFunctions,
    regexFunctions,
    dateFunctions(now),
  ];
  return new Map(tables.flatMap((table) => [...table]));
}
