import type { Position } from './yaml-source.ts';

/** A mistake in a policy file. */
export interface Problem {
  readonly position: Position;
  readonly message: string;
}

const most = 20;

/** In the order of the file; a long list is cut, since mistakes of one kind tend to repeat. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) => a.position.line - b.position.line || a.position.column - b.position.column,
  );
  const rest = sorted.length - most;
  const last = sorted[most];
  if (rest <= 0 || !last) return sorted;
  return [...sorted.slice(0, most), { position: last.position, message: `and ${rest} more` }];
}
