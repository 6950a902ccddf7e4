import { resolve } from 'node:path';
import type { Invocation, Terminal } from '../command.ts';

/** What `--include-cache` names, if it is given. */
export function cacheDirectory(invocation: Invocation, { cwd }: Pick<Terminal, 'cwd'>): string | undefined {
  const directory = invocation.value('include-cache');
  return directory === undefined ? undefined : resolve(cwd, directory);
}
