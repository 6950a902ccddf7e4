import { join } from 'node:path';
import { type RepositoryPlace, readLine } from './locate-repository.ts';

export interface Head {
  /** Undefined before the first commit, and where refs are not kept in files. */
  readonly commit: string | undefined;
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined;
}

/** What HEAD says, read without a process (gitrepository-layout: HEAD, refs, packed-refs). */
export function readHead({ gitDirectory, commonDirectory }: RepositoryPlace): Head {
  const text = readLine(join(gitDirectory, 'HEAD')) ?? '';
  const ref = /^ref: (refs\/[^\0]+)$/.exec(text)?.[1];
  if (ref === undefined) return { commit: asId(text), branch: undefined };
  // A stand-in that tells old versions of git to stay away from a reftable.
  if (ref === 'refs/heads/.invalid' || ref.includes('..')) return { commit: undefined, branch: undefined };
  const commit = asId(readLine(join(commonDirectory, ref))) ?? findPacked(commonDirectory, ref);
  return { commit, branch: ref.replace(/^refs\/heads\//, '') };
}

function findPacked(commonDirectory: string, ref: string): string | undefined {
  const lines = (readLine(join(commonDirectory, 'packed-refs')) ?? '').split('\n');
  return asId(lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0]);
}

function asId(text: string | undefined): string | undefined {
  return text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}
