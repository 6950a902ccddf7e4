import { ScriptFollower } from '../shell/follow-script.ts';
import type { ShellProgram } from '../../../lib/shell/shell-command.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Shell } from '../model/step.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { OwnedDialect } from './find-codeowners.ts';

/** Files that decide what the pipelines of a repository do: who changes one of them changes the pipeline. */
export interface DecidingFiles {
  /** The definitions, what they include, what judges them. */
  readonly definitions: readonly string[];
  /** Scripts of the checkout that they run. */
  readonly scripts: readonly string[];
}

/** Scripts that run scripts that run scripts are followed no further. */
const deepest = 3;

const ofTheGate = ['portcullis.yaml', 'portcullis.facts.json', 'ci.lock'];

/** Those of the pipelines that the platform itself starts; definitions in examples and test data are not among them. */
export function decidingFiles(
  dialect: OwnedDialect,
  pipelines: readonly Pipeline[],
  files: RepositoryFiles,
): DecidingFiles {
  const own = pipelines.filter((pipeline) => pipeline.dialect === dialect && isStarted(pipeline));
  if (own.length === 0) return { definitions: [], scripts: [] };
  const named = own.flatMap(({ source, includedAt }) => [source.uri, ...(includedAt?.keys() ?? [])]);
  const definitions = new Set([...named, ...ofTheGate].filter((path) => files.read(path) !== undefined));
  const seen = new Set<string>();
  const follower = new ScriptFollower(files);
  const follow = (program: ShellProgram, depth: number): void => {
    for (const command of program.commands) {
      const found = follower.follow(command);
      if (!found || seen.has(found.path)) continue;
      seen.add(found.path);
      if (depth < deepest) follow(found.script.program, depth + 1);
    }
  };
  for (const { steps } of own.flatMap(({ jobs }) => jobs)) {
    for (const step of steps) if (step.kind === 'run' && isShell(step.shell)) follow(step.script.program, 1);
  }
  // Everybody changes these every day, for other reasons.
  const scripts = [...seen].filter(
    (path) => !definitions.has(path) && !/(?:^|\/)(?:package\.json|\w*makefile)$/i.test(path),
  );
  return { definitions: [...definitions].sort(), scripts: scripts.sort() };
}

function isShell(shell: Shell): boolean {
  return shell === 'sh' || shell === 'bash' || shell === 'unknown';
}

function isStarted({ dialect, source: { uri }, startedBy }: Pipeline): boolean {
  return dialect === 'github'
    ? uri.startsWith('.github/')
    : /^\.gitlab-ci\.ya?ml$/.test(uri) || startedBy !== undefined;
}
