import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import { fetchedBy } from '../taint/secret-commands.ts';

/** What the words that a command prints look like: `NAME=value`, values without names, or not known. */
export type OutputShape = 'assignments' | 'bare' | 'unknown';

/** Longer pipes are not followed back. */
const longestPipe = 50;
/** Values of options with which tools that fetch secrets print `NAME=value`. */
const namedFormats = /(?:^|=)(?:env|dotenv|env-no-quotes|shell|export)$/;

/**
 * The shape of what a list of commands prints. A value without a name is what text columns, `jq -r`, `awk '{print $1}'`
 * and most commands that fetch one secret give.
 */
export function outputShape(commands: readonly ShellCommand[]): OutputShape {
  const depth = commands.reduce((least, { frames }) => Math.min(least, frames.length), Infinity);
  const last = commands.findLast(({ name, frames }) => name !== undefined && isLast(frames, depth));
  return last ? shapeOf(last) : 'unknown';
}

/** Whether the command ends a pipe and stands in no substitution of another command of the list. */
function isLast(frames: ShellCommand['frames'], depth: number): boolean {
  const pipe = frames.at(-1);
  const inner = frames.slice(depth).some(({ kind }) => kind === 'substitution' || kind === 'function');
  return !inner && (pipe?.kind !== 'pipe' || pipe.index === pipe.members.length - 1);
}

function shapeOf(command: ShellCommand): OutputShape {
  const { name = '', args } = command;
  const text = args.map((word) => word.text).join(' ');
  switch (name) {
    case 'echo':
    case 'printf':
      return /\w=/.test(text) ? 'assignments' : /%s|\$\(/.test(text) ? 'bare' : 'unknown';
    case 'xargs':
      return /=/.test(text.replace(/^(?:-\S+\s+)+/, ''))
        ? 'assignments'
        : /(?:^|\s)echo$|^(?:-\S+\s*|\d+\s*)*$/.test(text)
          ? before(command)
          : 'unknown';
    case 'tr':
    case 'head':
    case 'tail':
    case 'sort':
    case 'cat':
    case 'tee':
    case 'column':
    case 'base64':
      return before(command);
    case 'jq':
    case 'yq':
      return /=/.test(text.replace(/[!=<>]=|--\S+=\S+/g, '')) || /@sh|to_entries/.test(text) ? 'assignments' : 'bare';
    case 'awk':
    case 'gawk':
      return /=/.test(text.replace(/[!=<>]=|-F\s*\S+/g, ''))
        ? 'assignments'
        : /\bprint\s+\$\d/.test(text)
          ? 'bare'
          : 'unknown';
    case 'sops':
      return /\.env\b/.test(text) ? 'assignments' : 'unknown';
    case 'cut':
      return /-d\s*["']?=["']?/.test(text) && /-f\s*2/.test(text) ? 'bare' : 'unknown';
    case 'sed':
    case 'grep':
      return /=/.test(text) ? 'unknown' : before(command);
    default:
      return fetchedBy(command) === undefined || args.some(({ value }) => namedFormats.test(value ?? ''))
        ? named(command)
        : 'bare';
  }
}

/** `aws … --output text` has no names whatever else is said. */
function named({ name, args }: ShellCommand): OutputShape {
  const at = args.findIndex(({ value }) => value === '--output');
  return name === 'aws' && args[at + 1]?.value === 'text' && at !== -1 ? 'bare' : 'unknown';
}

/** The shape of what comes through the pipe. */
function before({ frames }: ShellCommand): OutputShape {
  const pipe = frames.at(-1);
  if (pipe?.kind !== 'pipe' || pipe.index === 0 || pipe.index > longestPipe) return 'unknown';
  const members = (pipe.members[pipe.index - 1] ?? []).filter(
    ({ frames }) => frames.at(-1) === undefined || frames.at(-1)?.kind === 'pipe',
  );
  const last = members.at(-1);
  return last ? shapeOf(last) : 'unknown';
}
