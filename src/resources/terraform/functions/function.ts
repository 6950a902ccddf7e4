import type { TextRange } from '../../../lib/text/source-text.ts';
import { fromPlain, isKnown, toPlain, type Value } from '../../value.ts';

/** A function of Terraform; undefined when what it is given does not decide the result. */
export type TerraformFunction = (args: readonly Value[], at: TextRange) => Value | undefined;
export type NamedFunction = readonly [string, TerraformFunction];

/** A function of plain data, for which everything must be known; undefined when it is given something else. */
export function ofPlain(compute: (...args: readonly unknown[]) => unknown): TerraformFunction {
  return (args, at) => {
    if (!args.every(isKnown)) return undefined;
    const result = compute(...args.map(toPlain));
    return result === undefined ? undefined : fromPlain(result, at);
  };
}

/** A function of texts; numbers and booleans count as texts. */
export function ofTexts(compute: (...args: readonly string[]) => unknown): TerraformFunction {
  return ofPlain((...args) => {
    const texts = args.map((arg) =>
      typeof arg === 'string' ? arg : typeof arg === 'number' || typeof arg === 'boolean' ? String(arg) : undefined,
    );
    return texts.every((text) => text !== undefined) ? compute(...texts) : undefined;
  });
}
