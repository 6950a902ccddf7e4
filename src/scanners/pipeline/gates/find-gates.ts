import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep, Step, UseStep } from '../model/step.ts';
import type { GateKind } from './gate-kind.ts';
import type { Tool } from './tool.ts';
import { toolActions, tools } from './tools.ts';

/** A place in a pipeline where something is checked. */
export interface Gate {
  readonly kinds: readonly GateKind[];
  /** What checks: the tool's name, or the action. */
  readonly name: string;
  readonly job: Job;
  readonly step: Step;
  readonly at: TextRange;
  /** For a command. */
  readonly run?: { readonly step: RunStep; readonly command: ShellCommand; readonly tool: Tool };
}

const informational = /^(?:--?help|-h|--?version|-v|version|login|update|--download-db-only)$/;

export function findGates(pipeline: Pipeline): readonly Gate[] {
  return pipeline.jobs.flatMap((job) =>
    job.steps.flatMap((step) => (step.kind === 'run' ? gatesInScript(step, job) : gatesInUse(step, job))),
  );
}

function gatesInScript(step: RunStep, job: Job): readonly Gate[] {
  return step.script.program.commands.flatMap((command) => {
    const run = throughRunner(command);
    const tool = run && findTool(run);
    if (!tool) return [];
    const at = step.script.range(command.start, command.end);
    return [{ kinds: tool.kinds, name: tool.name, job, step, at, run: { step, command, tool } }];
  });
}

function gatesInUse(step: UseStep, job: Job): readonly Gate[] {
  const name = step.uses.text.split('@')[0]?.toLowerCase() ?? '';
  const entry = [...toolActions].find(([action]) => name === action || name.startsWith(`${action}/`));
  return entry ? [{ kinds: entry[1], name: entry[0], job, step, at: step.at }] : [];
}

function findTool({ name, verbs }: { readonly name: string; readonly verbs: readonly string[] }): Tool | undefined {
  if (verbs.some((verb) => informational.test(verb)) && verbs.length <= 1) return undefined;
  return tools.find((tool) => {
    if (!tool.programs.includes(name)) return false;
    return tool.verbs === undefined || verbs.some((verb) => tool.verbs?.includes(verb));
  });
}

const runners: ReadonlyMap<string, number> = new Map([
  ['npx', 0],
  ['bunx', 0],
  ['pipx', 1],
  ['uvx', 0],
  ['uv', 1],
  ['poetry', 1],
  ['pipenv', 1],
  ['bundle', 1],
]);

/** The program behind `npx`, `poetry run` and the like, with its first words. */
function throughRunner({ name, args }: ShellCommand): { name: string; verbs: readonly string[] } | undefined {
  if (name === undefined) return undefined;
  const words = args.flatMap(({ value, prefix }) => (value ?? prefix) || []).slice(0, 8);
  const skip = runners.get(name);
  const plain = words.filter((word) => !word.startsWith('-'));
  if (skip === undefined || (name === 'bundle' && plain[0] !== 'exec')) return { name, verbs: words.slice(0, 4) };
  const program = plain[skip]
    ?.replace(/@[^/]*$/, '')
    .split('/')
    .at(-1);
  return program === undefined ? undefined : { name: program, verbs: plain.slice(skip + 1) };
}
