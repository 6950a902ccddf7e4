import type { Revision } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Target } from '../model/target.ts';
import type { Batch } from './listing.ts';
import type { ReaderSpec } from './open-reader.ts';

/** A target that exists and can be listed. */
export interface OpenTarget {
  /** For people: `3 staged files`, `main..HEAD (12 commits)`. */
  readonly description: string;
  /** Absolute, links resolved; '' when there is none. */
  readonly root: string;
  readonly revision: Revision | undefined;
  /** Identifies the repository on every clone; undefined without git or when the history is cut off. */
  readonly repositoryId: string | undefined;
  /** Opens readers, in any thread. */
  readonly reader: ReaderSpec;
  /** What there is to read, in an order that does not change; entries of one batch are best read by one reader. */
  list(signal: AbortSignal): AsyncIterable<Batch>;
  /** Says of each finding in which commits and under which paths its bytes came, went and are. */
  attribute?(findings: readonly Finding[], signal: AbortSignal): Promise<readonly Finding[]>;
}

/** @throws InputError when the target does not exist or git refuses it. */
export async function openTarget(
  target: Target,
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
): Promise<OpenTarget> {
  signal.throwIfAborted();
  // Loaded on demand: a hook waits for the staged files and pays for every module.
  if (target.kind === 'staged')
    return await (await import('./changes/staged-target.ts')).openStaged(target, env, signal);
  if (target.kind === 'directory')
    return await (await import('./files/directory-target.ts')).openDirectory(target, env, signal);
  if (target.kind === 'files') return await (await import('./files/files-target.ts')).openFiles(target, env, signal);
  if (target.kind === 'history')
    return await (await import('./history/history-target.ts')).openHistory(target, env, signal);
  if (target.kind === 'commits')
    return await (await import('./changes/commits-target.ts')).openCommits(target, env, signal);
  if (target.kind === 'tree') return await (await import('./tree-target.ts')).openTree(target, env, signal);
  return (await import('./stdin-target.ts')).openStdin(target);
}
