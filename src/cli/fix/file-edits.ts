import { overlap, type Splice } from '../../lib/text/splice.ts';
import type { SourceText } from '../../lib/text/source-text.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';

/** A finding with the fix that is to be applied. */
export interface Repair {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What one round changes: the splices of each file, and whose they are. */
export interface Round {
  readonly repairs: readonly Repair[];
  readonly splices: ReadonlyMap<string, readonly Splice[]>;
}

/** Gives the text of a file, or undefined when it can not be edited. */
export type ReadText = (uri: string) => SourceText | undefined;

/**
 * Chooses the fixes that can be applied at once: a fix is taken whole or not at all, and none that touches what another
 * one changes; these wait for the next round.
 */
export function planRound(repairs: readonly Repair[], read: ReadText): Round {
  const splices = new Map<string, Splice[]>();
  const taken: Repair[] = [];
  for (const repair of repairs) {
    const edits = repair.fix.edits.map(({ location, text }) => ({
      uri: location.uri,
      splice: toSplice(location, text, read),
    }));
    const isFree = edits.every(
      ({ uri, splice }) => splice && !splices.get(uri)?.some((other) => overlap(other, splice)),
    );
    if (!isFree) continue;
    for (const { uri, splice } of edits) if (splice) splices.set(uri, [...(splices.get(uri) ?? []), splice]);
    taken.push(repair);
  }
  return { repairs: taken, splices };
}

function toSplice(location: Location, text: string, read: ReadText): Splice | undefined {
  const source = read(location.uri);
  const { startLine, startColumn, endLine, endColumn } = location;
  if (!source || startLine === undefined || endLine === undefined) return undefined;
  const start = source.offset(startLine, startColumn ?? 1);
  const end = source.offset(endLine, endColumn ?? 1);
  if (start === undefined || end === undefined || end < start) return undefined;
  // A file keeps its line ends.
  const isWindows = source.text.includes('\r\n');
  return { start, end, text: isWindows ? text.replaceAll(/\r?\n/g, '\r\n') : text };
}
