import { applySplices } from '../../lib/text/splice.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { EditableFiles } from './editable-files.ts';
import { severities } from '../../model/severity.ts';
import { planRound, type Repair, type Round } from './file-edits.ts';

const mostRounds = 200;

export interface Repaired {
  readonly applied: readonly Repair[];
  /** Taken back, because the result was not better. */
  readonly refused: readonly Repair[];
  /** What is found after the last round. */
  readonly left: Findings;
}

type Findings = Pick<Evidence, 'findings' | 'unknowns'>;

/** Looks at the target again. */
export type Look = () => Promise<Findings>;

/**
 * Applies fixes in rounds and looks at the result of each: a fix stays only if its finding is gone, nothing new is
 * found and nothing became unreadable. Of fixes that fail together fewer are tried.
 */
export async function repair(
  files: EditableFiles,
  look: Look,
  repairsOf: (found: Findings) => readonly Repair[],
): Promise<Repaired> {
  const applied: Repair[] = [];
  const refused: Repair[] = [];
  let appliedBefore = 0;
  let left = await look();
  for (let round = 0; round < mostRounds; round++) {
    const refusedIds = new Set(refused.map(idOf));
    const open = repairsOf(left).filter((one) => !refusedIds.has(idOf(one)));
    const plan = planRound(open, (uri) => files.read(uri));
    if (plan.repairs.length === 0) {
      // What did not hold before may do so after the others.
      if (refused.length === 0 || applied.length === appliedBefore) break;
      appliedBefore = applied.length;
      refused.length = 0;
      continue;
    }
    // Half of what fails together is tried until something holds, or one is left that does not.
    for (let batch = plan; ; batch = planRound(firstHalf(batch), (uri) => files.read(uri))) {
      const after = await attempt(batch, files, look, left);
      if (!after && batch.repairs.length > 1) continue;
      (after ? applied : refused).push(...batch.repairs);
      // Places have moved, so that the others wait for the next round.
      if (after) left = after;
      break;
    }
  }
  return { applied, refused, left };
}

function firstHalf({ repairs }: Round): readonly Repair[] {
  return repairs.slice(0, Math.ceil(repairs.length / 2));
}

/** What is found afterwards, or undefined when the files were put back. */
async function attempt(plan: Round, files: EditableFiles, look: Look, before: Findings): Promise<Findings | undefined> {
  const originals = [...plan.splices.keys()].map((uri) => [uri, files.read(uri)?.text ?? ''] as const);
  for (const [uri, text] of originals) files.write(uri, applySplices(text, plan.splices.get(uri) ?? []));
  const after = await look();
  if (isBetter(plan, before, after)) return after;
  for (const [uri, text] of originals) files.write(uri, text);
  return undefined;
}

/**
 * Counted by rule and file: an edit changes what stands around other findings, and with it their fingerprints, but not
 * how many there are.
 */
function isBetter(plan: Round, before: Findings, after: Findings): boolean {
  const known = count(before.findings.map(placeOf));
  const now = count(after.findings.map(placeOf));
  const fixed = count(plan.repairs.map(({ finding }) => placeOf(finding)));
  const gone = [...fixed].every(([place, times]) => (now.get(place) ?? 0) <= (known.get(place) ?? 0) - times);
  // A command that is repaired can show a lesser fault that could not be seen before.
  const worst = Math.max(...plan.repairs.map(({ finding }) => severities.indexOf(finding.severity)));
  const nothingNew = after.findings.every(
    (finding) =>
      (now.get(placeOf(finding)) ?? 0) <= (known.get(placeOf(finding)) ?? 0) ||
      severities.indexOf(finding.severity) < worst,
  );
  return gone && nothingNew && after.unknowns.length <= before.unknowns.length;
}

function placeOf({ ruleId, locations: [{ uri }] }: Finding): string {
  return `${ruleId} ${uri}`;
}

function idOf({ finding: { ruleId, fingerprints } }: Repair): string {
  return `${ruleId} ${fingerprints[0]?.value ?? ''}`;
}

function count(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
