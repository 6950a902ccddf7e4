import { Re2 } from '../../../../lib/re2/re2.ts';
import { Re2SyntaxError } from '../../../../lib/re2/re2-syntax-error.ts';
import { ConfigError } from './config-error.ts';

/** `owner` says in the message where the expression stands. */
export function compileRegex(source: string, owner: string): Re2 {
  try {
    return new Re2(source);
  } catch (error) {
    if (error instanceof Re2SyntaxError) throw new ConfigError(`${owner}: ${error.message}`);
    throw error;
  }
}
