/** Where git runs: a directory and an environment made by `gitEnvironment`. */
export interface GitPlace {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Settings of a repository that would run a program or change what we parse are overruled. */
const overrides = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=true',
  'diff.orderFile=/dev/null',
  'log.showSignature=false',
  'submodule.recurse=false',
  'color.ui=false',
].flatMap((setting) => ['-c', setting]);

/** Arguments with which a repository that is not trusted can be asked. */
export function guarded(args: readonly string[]): string[] {
  return [...overrides, ...args];
}
