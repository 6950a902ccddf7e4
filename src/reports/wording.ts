import type { ScannerRun } from '../model/evidence.ts';
import type { Finding, Suppression } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { severities, type Severity } from '../model/severity.ts';
import type { Outcome, Verdict } from '../model/verdict.ts';

/** Worst first, the order in which people read them. */
export const worstFirst: readonly Severity[] = severities.toReversed();

/** `1 finding`, `2 findings`, `1,204 files`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** `path:line:column`, as editors and terminals understand it. */
export function place(location: Location): string {
  if (location.startLine === undefined) return location.uri;
  const column = location.startColumn === undefined ? '' : `:${location.startColumn}`;
  return `${location.uri}:${location.startLine}${column}`;
}

/** How sure the finding is, with the proof where there is one. */
export function certainty(finding: Finding): string {
  if (finding.confidence !== 'proven') return `${finding.confidence} confidence`;
  const proof = finding.properties?.['proof'];
  return typeof proof === 'string' ? `proven: ${proof}` : 'proven';
}

/** `420 ms`, `3.2 s`, `2 min 5 s`. */
export function duration(millis: number): string {
  if (millis < 1000) return `${Math.round(millis)} ms`;
  if (millis < 60_000) return `${(millis / 1000).toFixed(1)} s`;
  const seconds = Math.round(millis / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `2 critical, 1 high`, without the severities that have none. An undecided gate has not seen that there is nothing. */
export function countsInWords({ counts, outcome }: Verdict): string {
  const parts = worstFirst
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity].toLocaleString('en-US')} ${severity}`);
  if (parts.length > 0) return parts.join(', ');
  return outcome === 'error' ? 'no findings in what was looked at' : 'no findings';
}

/** `waiver: not used for security (team-web, until 2027-01-31)`. */
export function suppressionInWords({ kind, reason, owner, expires }: Suppression): string {
  const because = reason === undefined ? '' : `: ${reason}`;
  const terms = [owner, expires === undefined ? undefined : `until ${expires}`].filter((term) => term !== undefined);
  return `${kind}${because}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`;
}

/** `complete`, or how it stopped and why. */
export function runInWords({ status, reason }: ScannerRun): string {
  return status === 'complete' ? 'complete' : `${status}: ${reason ?? 'no reason given'}`;
}

/** `310 files`, or `310 of 312 files` when it should have been more. */
export function examinedInWords({ examined, wanted }: ScannerRun): string {
  if (wanted === undefined || wanted <= examined) return count(examined, 'file');
  return `${examined.toLocaleString('en-US')} of ${count(wanted, 'file')}`;
}

/** What becomes of the gate. */
export function outcomeInWords(outcome: Outcome): string {
  const words: Record<Outcome, string> = { pass: 'is open', fail: 'stays shut', error: 'stays shut: undecided' };
  return words[outcome];
}
