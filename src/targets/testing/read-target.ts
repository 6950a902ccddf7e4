import type { Unknown } from '../../model/finding.ts';
import type { Entry, Target } from '../../model/target.ts';
import { openReader } from '../open-reader.ts';
import { type OpenTarget, openTarget } from '../open-target.ts';
import { type Content, ReadError } from '../reader.ts';

export interface ReadTarget {
  readonly opened: OpenTarget;
  readonly entries: readonly Entry[];
  readonly unknowns: readonly Unknown[];
  /** Text of each entry, or `reason: message` where it can not be read; of equal paths the last one. */
  readonly texts: Readonly<Record<string, string>>;
  /** In the order of `entries`; undefined where it can not be read. */
  readonly contents: readonly (Content | undefined)[];
}

/** Opens a target, lists it and reads all that it lists. */
export async function readTarget(target: Target, env: NodeJS.ProcessEnv): Promise<ReadTarget> {
  const { signal } = new AbortController();
  const opened = await openTarget(target, signal, env);
  const { entries, unknowns } = await listAll(opened);
  // As it arrives in another thread.
  const reader = openReader(structuredClone(opened.reader));
  const texts: Record<string, string> = {};
  const contents: (Content | undefined)[] = [];
  for (const entry of entries) {
    try {
      const content = await reader.read(entry);
      contents.push(content);
      texts[entry.uri] = Buffer.from(content.bytes).toString('latin1');
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      contents.push(undefined);
      texts[entry.uri] = `${error.reason}: ${error.message}`;
    }
  }
  await reader.close();
  return { opened, entries, unknowns, texts, contents };
}

export async function listAll(opened: OpenTarget): Promise<{ entries: Entry[]; unknowns: Unknown[] }> {
  const entries: Entry[] = [];
  const unknowns: Unknown[] = [];
  for await (const batch of opened.list(new AbortController().signal)) {
    entries.push(...batch.entries);
    unknowns.push(...batch.unknowns);
  }
  return { entries, unknowns };
}
