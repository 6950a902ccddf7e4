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
 * found and nothing became unreadable. Fixes that fail together are tried by halves, down to single ones.
 */
export async function repair(
  files: EditableFiles,
  look: Look,
  repairsOf: (found: Findings) => readonly Repair[],
): Promise<Repaired> {
  const applied: Repair[] = [];
  const refused = new Map<string, Repair>();
  let left = await look();
  /** @param only of these findings; undefined: of all */
  const settle = async (only?: ReadonlySet<string>): Promise<boolean> => {
    const open = repairsOf(left).filter((one) => !refused.has(idOf(one)) && (only?.has(idOf(one)) ?? true));
    const plan = planRound(open, (uri) => files.read(uri));
    const [first] = plan.repairs;
    if (!first) return false;
    const after = await attempt(plan, files, look, left);
    if (after) {
      applied.push(...plan.repairs);
      left = after;
      return true;
    }
    const ids = [...new Set(plan.repairs.map(idOf))];
    if (ids.length === 1) {
      refused.set(idOf(first), first);
      return true;
    }
    // Places move with the first half, so that the second is planned anew.
    const middle = ids.length >> 1;
    await settle(new Set(ids.slice(0, middle)));
    await settle(new Set(ids.slice(middle)));
    return true;
  };
  for (let round = 0; round < mostRounds && (await settle()); round++);
  return { applied, refused: [...refused.values()], left };
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
