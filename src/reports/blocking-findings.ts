import { count } from './wording.ts';
import type { Reason, Verdict } from '../model/verdict.ts';

/** Positions of the findings that shut the gate. */
export function blockingFindings(verdict: Verdict): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const { effect, finding } of verdict.reasons) {
    if (effect !== 'note' && finding !== undefined) positions.add(finding);
  }
  return positions;
}

/** The reasons that are not one finding each, which reports list beside the findings themselves. */
export function otherReasons(verdict: Verdict): readonly Reason[] {
  return verdict.reasons.filter((reason) => reason.finding === undefined);
}

/** `1 finding shuts the gate`; undefined when none does. */
export function blockingInWords(verdict: Verdict): string | undefined {
  const { size } = blockingFindings(verdict);
  return size === 0 ? undefined : `${count(size, 'finding')} ${size === 1 ? 'shuts' : 'shut'} the gate`;
}
