import type { ScannerRun } from '../model/evidence.ts';
import { InputError } from '../model/input-error.ts';
import type { Scanner } from '../model/scanner.ts';
import type { TargetKind } from '../model/target.ts';
import { nearestWord } from '../lib/spelling/nearest-word.ts';
import type { ScannerEntry } from '../scanners/registry.ts';

export interface Plan {
  /** Scanners that run and report. */
  readonly reporting: readonly Scanner[];
  /** Scanners that only say what must not be shown. */
  readonly masking: readonly Scanner[];
  /** Runs of scanners that can not look at this kind of target. */
  readonly skipped: readonly ScannerRun[];
}

/**
 * Decides what runs: of the scanners asked for, those that accept the target; and of all others, those that know
 * what must be masked.
 * @throws InputError for an id that no scanner has
 */
export async function planRun(
  asked: readonly string[],
  targetKind: TargetKind,
  registry: readonly ScannerEntry[],
): Promise<Plan> {
  const ids = [...new Set(asked)];
  for (const id of ids) if (!registry.some((entry) => entry.id === id)) throw unknownScanner(id, registry);
  const needed = registry.filter((entry) => ids.includes(entry.id) || entry.masks !== false);
  const loaded = await Promise.all(needed.map(async (entry) => await entry.load()));
  const wanted = loaded.filter((scanner) => ids.includes(scanner.id));
  return {
    reporting: wanted.filter((scanner) => scanner.accepts.includes(targetKind)),
    masking: loaded.filter((scanner) => scanner.masks && !ids.includes(scanner.id)),
    skipped: wanted
      .filter((scanner) => !scanner.accepts.includes(targetKind))
      .map((scanner) => ({
        scanner: scanner.id,
        status: 'skipped',
        examined: 0,
        reason: `${scanner.id} does not look at ${targetKind}`,
        millis: 0,
      })),
  };
}

function unknownScanner(id: string, registry: readonly ScannerEntry[]): InputError {
  const ids = registry.map((entry) => entry.id);
  const close = nearestWord(id, ids);
  return new InputError(
    'unknown-scanner',
    `there is no scanner '${id}'`,
    close === undefined ? `known are ${ids.join(', ')}` : `did you mean '${close}'?`,
  );
}
