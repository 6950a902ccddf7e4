import { Re2 } from '../../../../lib/re2/re2.ts';
import { Re2SyntaxError, type SyntaxReason } from '../../../../lib/re2/re2-syntax-error.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';

const hints: Readonly<Partial<Record<SyntaxReason, string>>> = {
  'invalid or unsupported Perl syntax': 'expressions are in RE2 syntax, which has no lookaround and no atomic groups',
  'invalid escape sequence':
    "backreferences and \\Z do not exist in RE2; write expressions between ''' so that TOML keeps backslashes",
  'invalid repeat count': 'RE2 repeats at most 1000 times, also where repetitions are nested',
};

/** `owner` says in the message where the expression stands, `fault` where it does in the document. */
export function compileRegex(source: string, owner: string, fault: ConfigFault): Re2 {
  try {
    return new Re2(source);
  } catch (error) {
    if (error instanceof Re2SyntaxError) {
      const hint = hints[error.reason];
      throw new ConfigError(`${owner}: ${error.message}`, { ...fault, ...(hint !== undefined && { hint }) });
    }
    throw error;
  }
}
