import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlMap } from '../../../lib/yaml/node.ts';
import { oncePer } from '../../../lib/once-per.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep, Step, UseStep } from '../model/step.ts';
import { actionGates, type ActionGate } from './action-gate.ts';
import type { GateKind } from './gate-kind.ts';
import type { Tool } from './tool.ts';
import { toolImages } from './tool-images.ts';
import { toolsOf } from './tools.ts';

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
  /** For an action. */
  readonly use?: { readonly step: UseStep; readonly action: ActionGate };
}

const informational =
  /^(?:--?help|-h|--?version|-v|-V|version|login|logout|update|--download-db-only|--list-all-pkgs)$/;

export const findGates: (pipeline: Pipeline) => readonly Gate[] = oncePer((pipeline) =>
  pipeline.jobs.flatMap((job) =>
    job.steps.flatMap((step) => (step.kind === 'run' ? gatesInScript(step, job) : gatesInUse(step, job))),
  ),
);

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
  const action = actionGates.find((one) => name === one.name || name.startsWith(`${one.name}/`));
  if (!action) return [];
  const kinds = action.name === 'aquasecurity/trivy-action' ? trivyKinds(step.inputs) : action.kinds;
  return [{ kinds, name: action.name, job, step, at: step.at, use: { step, action } }];
}

/** What Trivy does is up to its inputs. */
function trivyKinds(inputs: YamlMap | undefined): readonly GateKind[] {
  if (/^(?:cyclonedx|spdx)/.test(inputs?.text('format') ?? '')) return ['sbom'];
  const type = inputs?.text('scan-type') ?? 'image';
  if (type === 'config') return ['iac'];
  if (type === 'image') return ['image'];
  const scanners = inputs?.text('scanners') ?? 'vuln,secret';
  return [
    ...(scanners.includes('vuln') ? (['sca'] as const) : []),
    ...(scanners.includes('secret') ? (['secrets'] as const) : []),
    ...(/misconfig|config/.test(scanners) ? (['iac'] as const) : []),
    ...(scanners.includes('license') ? (['licenses'] as const) : []),
  ];
}

function findTool({ name, words }: Invocation): Tool | undefined {
  const candidates = toolsOf.get(name) ?? [];
  if (candidates.length === 0 || (words.length <= 1 && words.some((word) => informational.test(word))))
    return undefined;
  const verb = subcommand(candidates, words);
  const isYarn = name === 'yarn' && verb === 'npm';
  return candidates.find(
    ({ verbs, when }) =>
      (verbs === undefined || verbs.includes(isYarn ? (words[1] ?? '') : verb)) &&
      (when === undefined || when.test(words.join(' '))),
  );
}

/** The first word that is no option; what follows an option may be its value, so a verb that is known counts as well. */
function subcommand(candidates: readonly Tool[], words: readonly string[]): string {
  const [first = '', second = ''] = words.filter((word) => !word.startsWith('-'));
  const isKnown = candidates.some(({ verbs }) => verbs?.includes(first));
  return !isKnown && words[0]?.startsWith('-') === true ? second : first;
}

interface Invocation {
  readonly name: string;
  readonly words: readonly string[];
}

/** Programs that run another one, with the number of words in front of its name. */
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

/** The program behind `npx`, `poetry run` and the like, with its words. */
function throughRunner({ name, args }: ShellCommand): Invocation | undefined {
  if (name === undefined) return undefined;
  const words = args.flatMap(({ value, prefix }) => (value ?? prefix) || []).slice(0, 40);
  if (/^(?:docker|podman|nerdctl)$/.test(name) && words[0] === 'run') return inContainer(words) ?? { name, words };
  const skip = runners.get(name);
  const plain = words.filter((word) => !word.startsWith('-'));
  if (skip === undefined || (name === 'bundle' && plain[0] !== 'exec')) return { name, words };
  const named = plain[skip];
  if (named === undefined) return undefined;
  const program = named.replace(/(?<=.)@[^/]*$/, '').split('/');
  return { name: program.at(-1) ?? named, words: words.slice(words.indexOf(named) + 1) };
}

/** `docker run … IMAGE WORDS`: what the image starts, or the program that is named behind it. */
function inContainer(words: readonly string[]): Invocation | undefined {
  for (const [index, word] of words.entries()) {
    if (index === 0 || word.startsWith('-') || !word.includes('/')) continue;
    const image = word
      .replace(/[:@][^/]*$/, '')
      .split('/')
      .slice(-2)
      .join('/')
      .toLowerCase();
    const rest = words.slice(index + 1);
    const named = rest[0]?.split('/').at(-1);
    if (named !== undefined && toolsOf.has(named)) {
      return { name: named, words: rest.slice(1) };
    }
    const program = toolImages.get(image);
    if (program !== undefined) return { name: program, words: rest };
  }
  return undefined;
}
