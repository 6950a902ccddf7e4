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
  pipeline.jobs.flatMap((job) => {
    const found = job.steps.flatMap((step) => (step.kind === 'run' ? gatesInScript(step, job) : gatesInUse(step, job)));
    return found.length > 0 ? found : gateByImage(job);
  }),
);

/** A job in a scanner's own image scans, also where a script of the repository calls it. */
function gateByImage(job: Job): readonly Gate[] {
  const [step] = job.steps;
  const image = job.images.find(({ role }) => role === 'job');
  if (step?.kind !== 'run' || !image || !/(?:^|[\s;&|])(?:\.{0,2}\/\S+\.sh|make|bash|sh)\b/.test(step.script.text))
    return [];
  const program = toolImages.get(imageTail(image.resolved ?? image.reference.text));
  const kinds = program === undefined ? [] : (toolsOf.get(program) ?? []).flatMap((tool) => tool.kinds);
  const unique = [...new Set(kinds)].filter((kind) => kind !== 'sbom');
  return program === undefined || unique.length === 0
    ? []
    : [{ kinds: unique, name: program, job, step, at: image.reference.range }];
}

/** The last two parts of an image's name, without tag and digest. */
function imageTail(reference: string): string {
  return reference
    .replace(/[:@][^/]*$/, '')
    .split('/')
    .slice(-2)
    .join('/')
    .toLowerCase();
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

/** The words of programs in front of the name of another program that they run. */
const runners: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['npx', [[]]],
  ['bunx', [[]]],
  ['uvx', [[]]],
  ['npm', [['exec']]],
  ['pnpm', [['exec'], ['dlx']]],
  ['yarn', [['exec'], ['dlx']]],
  ['pipx', [['run']]],
  ['uv', [['tool', 'run'], ['run']]],
  ['poetry', [['run']]],
  ['pipenv', [['run']]],
  ['pdm', [['run']]],
  ['hatch', [['run']]],
  ['bundle', [['exec']]],
  ['python', [['-m']]],
  ['python3', [['-m']]],
  ['go', [['run'], ['tool']]],
  ['mise', [['exec']]],
  ['composer', [['exec']]],
]);

/** The program behind `npx`, `poetry run` and the like, with its words. */
function throughRunner({ name, args }: ShellCommand): Invocation | undefined {
  if (name === undefined) return undefined;
  const words = args.flatMap(({ value, prefix }) => (value ?? prefix) || []).slice(0, 40);
  if (/^(?:docker|podman|nerdctl)$/.test(name) && words[0] === 'run') return inContainer(words) ?? { name, words };
  const form = runners.get(name)?.find((before) => before.every((word, index) => words[index] === word));
  if (!form) return { name, words };
  const rest = words.slice(form.length);
  const named = rest.find((word) => !word.startsWith('-'));
  if (named === undefined || named.startsWith('.')) return undefined;
  // Modules of Python have no dashes in their names.
  const program = name.startsWith('python') ? named.replaceAll('_', '-') : programOf(named);
  return { name: program, words: rest.slice(rest.indexOf(named) + 1) };
}

/** `golang.org/x/vuln/cmd/govulncheck@latest`, `@cyclonedx/cyclonedx-npm@4`; a module's last version is no name. */
function programOf(named: string): string {
  const parts = named.replace(/(?<=.)@[^/]*$/, '').split('/');
  const last = parts.at(-1) ?? named;
  return /^v\d+$/.test(last) ? (parts.at(-2) ?? last) : last;
}

/** `docker run … IMAGE WORDS`: what the image starts, or the program that is named behind it. */
function inContainer(words: readonly string[]): Invocation | undefined {
  for (const [index, word] of words.entries()) {
    if (index === 0 || word.startsWith('-') || !word.includes('/')) continue;
    const image = imageTail(word);
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
