import type { Scanner } from '../model/scanner.ts';
import { scanners as known, type ScannerEntry } from '../scanners/registry.ts';

/**
 * Loads scanners by id, in the order given.
 * @param registry module that exports `scanners`, in place of our own (for scanners from outside, and for tests that break one)
 */
export async function loadScanners(ids: readonly string[], registry?: string): Promise<Scanner[]> {
  const entries = await loadRegistry(registry);
  return await Promise.all(
    ids.map(async (id) => {
      const entry = entries.find((candidate) => candidate.id === id);
      if (!entry) throw new Error(`no scanner has the id ${id}`);
      return await entry.load();
    }),
  );
}

export async function loadRegistry(registry?: string): Promise<readonly ScannerEntry[]> {
  if (registry === undefined) return known;
  const module = (await import(registry)) as { readonly scanners: readonly ScannerEntry[] };
  return module.scanners;
}
