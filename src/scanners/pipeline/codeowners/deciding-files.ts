import { ScriptFollower } from '../shell/follow-script.ts';
import type { ShellProgram } from '../../../lib/shell/shell-command.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Shell } from '../model/step.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { OwnedDialect } from './find-codeowners.ts';

/** Scripts that run scripts that run scripts are followed no further. */
const deepest = 3;

const ofTheGate = ['portcullis.yaml', 'portcullis.facts.json', 'ci.lock'];

/** Pipelines that the platform itself starts; definitions in examples and test data are not among them. */
export function startedPipelines(dialect: OwnedDialect, pipelines: readonly Pipeline[]): readonly Pipeline[] {
  return pipelines.filter((pipeline) => pipeline.dialect === dialect && isStarted(pipeline));
}

/** Files that decide what pipelines do: the definitions, what they include, what judges them. */
export function decidingFiles(pipelines: readonly Pipeline[], files: RepositoryFiles): readonly string[] {
  const named = pipelines.flatMap(({ source, includedAt }) => [source.uri, ...(includedAt?.keys() ?? [])]);
  return [...new Set([...named, ...ofTheGate])].filter((path) => files.read(path) !== undefined).sort();
}

/** Scripts of the checkout that pipelines run: who changes one of them changes the pipeline. */
export function calledScripts(pipelines: readonly Pipeline[], files: RepositoryFiles): readonly string[] {
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
  for (const { steps } of pipelines.flatMap(({ jobs }) => jobs)) {
    for (const step of steps) if (step.kind === 'run' && isShell(step.shell)) follow(step.script.program, 1);
  }
  // Everybody changes these every day, for other reasons.
  return [...seen].filter((path) => !/(?:^|\/)(?:package\.json|\w*makefile)$/i.test(path)).sort();
}

function isShell(shell: Shell): boolean {
  return shell === 'sh' || shell === 'bash' || shell === 'unknown';
}

function isStarted({ dialect, source: { uri }, startedBy }: Pipeline): boolean {
  return dialect === 'github'
    ? uri.startsWith('.github/')
    : /^\.gitlab-ci\.ya?ml$/.test(uri) || startedBy !== undefined;
}
