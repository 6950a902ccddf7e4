import { KeyTable } from '../lib/cache/key-table.ts';
import type { Entry } from '../model/target.ts';
import { openReader } from '../targets/open-reader.ts';
import { type Examined, Examiner } from './examiner.ts';
import type { Job } from './job.ts';
import { loadScanners } from './load-scanners.ts';
import type { Tally } from './tally.ts';

/** Somewhere files are examined one batch after the other: this thread or another. */
export interface Lane {
  examine(entries: readonly Entry[]): Promise<Examined>;
  finish(): Promise<{ readonly said: Examined; readonly tallies: Readonly<Record<string, Tally>> }>;
  close(): Promise<void>;
}

/** Examines in the thread that calls. */
export async function openLane(job: Job, signal: AbortSignal): Promise<Lane> {
  const reader = openReader(job.reader);
  const examiner = new Examiner(reader, job.archiveDepth, job.clean && new KeyTable(job.clean));
  const { root, targetKind, salt } = job;
  const reporting = new Set(job.scanners);
  for (const scanner of await loadScanners([...job.scanners, ...job.maskers], job.registry)) {
    const context = {
      root,
      targetKind,
      salt,
      settings: job.settings[scanner.id],
      signal,
      now: new Date(job.now),
      ...(job.testPaths && { testPaths: job.testPaths }),
    };
    await examiner.enlist(scanner, context, reporting.has(scanner.id));
  }
  return {
    async examine(entries) {
      for (const entry of entries) {
        signal.throwIfAborted();
        await examiner.examine(entry);
      }
      return examiner.take();
    },
    async finish() {
      const tallies = await examiner.finish();
      return { said: examiner.take(), tallies };
    },
    async close() {
      await reader.close();
    },
  };
}
