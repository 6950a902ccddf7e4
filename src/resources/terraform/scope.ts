import type { SourceText, TextRange } from '../../lib/text/source-text.ts';
import type { Budget } from '../budget.ts';
import type { Value } from '../value.ts';

/** An access that was worked out: a name or an index; undefined when it is open. */
export type Step = string | number | undefined;

/** What a name leads to, and how many of the accesses behind it were needed to get there. */
export interface Found {
  readonly value: Value;
  readonly used: number;
}

/** What an expression may refer to, and the file that it stands in. */
export interface Scope {
  readonly source: SourceText;
  readonly budget: Budget;
  /** Names of `for`, `each`, `count`, iterators. */
  readonly locals: ReadonlyMap<string, Value>;
  /** `var`, `local`, `module`, `data`, resources. */
  lookup(root: string, steps: readonly Step[], at: TextRange): Found;
  /** A file by the path that an expression names; undefined when there is none in the repository. */
  file(path: string): SourceText | undefined;
}

export function withLocals(scope: Scope, names: Iterable<readonly [string, Value]>): Scope {
  return { ...scope, locals: new Map([...scope.locals, ...names]) };
}
