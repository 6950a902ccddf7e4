import type { Candidate } from './candidate.ts';
import type { Source } from './describe-candidate.ts';
import { fileStyle, isListOfDigests } from './file-style.ts';
import { findRandomRuns } from './random-runs.ts';
import { readColumns } from './read-columns.ts';
import { readHead, type Head } from './read-head.ts';
import { readRandomRun } from './read-random-run.ts';

/** Everything in `bytes` that could be a secret by its place: ordered by position, one for a start. */
export function findCandidates(bytes: Uint8Array, path: string, heads: readonly Head[]): readonly Candidate[] {
  if (isListOfDigests(path)) return [];
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source: Source = { bytes: view, path, style: fileStyle(path) };
  const found = new Map<number, Candidate>();
  for (const head of heads) {
    const candidate = readHead(source, head);
    if (candidate !== undefined && isBetter(candidate, found.get(candidate.start))) {
      found.set(candidate.start, candidate);
    }
  }
  for (const candidate of readColumns(view, path)) found.set(candidate.start, candidate);
  if (source.style !== 'data') {
    findRandomRuns(bytes, (start, end) => {
      const candidate = readRandomRun(source, start, end);
      if (candidate !== undefined && !found.has(candidate.start)) found.set(candidate.start, candidate);
    });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Two heads may lead to the same value: `secret` and `key` in `secret_access_key`. */
function isBetter(candidate: Candidate, known: Candidate | undefined): boolean {
  return known === undefined || (known.kind === 'auth' && candidate.kind !== 'auth');
}
