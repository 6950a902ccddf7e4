import { closeSync, constants, lstatSync, openSync, writeFileSync } from 'node:fs';
import { normalize, resolve } from 'node:path';
import { writeWhole } from '../lib/write-whole.ts';
import { InputError } from '../model/input-error.ts';
import type { Report } from '../model/report.ts';
import { reportFormats } from '../reports/formats.ts';
import type { Option, Terminal } from './command.ts';
import { checkChoice } from './parse-invocation.ts';

/** One report to write; without a path it goes to stdout. */
interface Output {
  readonly format: string;
  readonly path: string | undefined;
}

export const outputOptions: readonly Option[] = [
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT[=FILE]',
    repeat: true,
    summary: 'Write a report; repeat for several. Without FILE it goes to stdout.',
    choices: reportFormats.map((format) => format.id),
  },
  { name: 'json', summary: 'Short for -o json.' },
  { name: 'reproducible', summary: 'Leave times out of reports, so that equal runs give equal bytes.' },
  { name: 'no-color', summary: 'No colour; NO_COLOR and pipes do the same.' },
];

/** @throws InputError for an unknown format, or two reports for stdout */
export function parseOutputs(given: readonly string[], json: boolean): readonly Output[] {
  const outputs = given.map((word): Output => {
    const at = word.indexOf('=');
    const format = at === -1 ? word : word.slice(0, at);
    checkChoice(
      format,
      reportFormats.map((known) => known.id),
      '--output',
    );
    const path = at === -1 ? undefined : word.slice(at + 1);
    if (path === '')
      throw new InputError(
        'usage',
        `--output ${word}: the file name is missing`,
        `for example -o ${format}=report.${format}`,
      );
    return { format, path: path === '-' || path === '/dev/stdout' ? undefined : path };
  });
  const all = json ? [...outputs, { format: 'json', path: undefined }] : outputs;
  const toStdout = all.filter((output) => output.path === undefined);
  if (toStdout.length > 1) {
    throw new InputError('usage', 'two reports want stdout', 'give all but one a file: -o sarif=report.sarif');
  }
  return toStdout.length === 0 ? [...all, { format: 'terminal', path: undefined }] : all;
}

export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal,
  options: { readonly reproducible: boolean; readonly color: boolean },
): Promise<void> {
  for (const output of outputs) {
    const entry = reportFormats.find((format) => format.id === output.format);
    if (!entry) continue;
    const format = await entry.load();
    const toTerminal = output.path === undefined && terminal.stdout.isTTY === true;
    const width = terminal.stdout.columns ?? 100;
    const pieces = format.write(report, {
      width,
      color: options.color && toTerminal,
      reproducible: options.reproducible,
    });
    const stream = ownStream(output.path, terminal);
    if (stream) for (const piece of pieces) stream.write(piece);
    else if (output.path !== undefined) writeFile(resolve(terminal.cwd, output.path), pieces);
  }
}

/**
 * The stream of this process that a name means. Its descriptor does not block, and a write straight to it fails as soon
 * as the reader is slower than we are.
 */
function ownStream(path: string | undefined, { stdout, stderr }: Terminal): NodeJS.WritableStream | undefined {
  if (path === undefined || path === '/dev/fd/1') return stdout;
  return path === '/dev/stderr' || path === '/dev/fd/2' ? stderr : undefined;
}

function writeFile(path: string, pieces: Iterable<string>): void {
  try {
    // A stream or a device (`/dev/stdout`, a process substitution) can not be replaced, only written to.
    if (/^\/(?:dev|proc)\//.test(normalize(path))) writeInto(path, pieces);
    else if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false)
      throw new Error('it is not a regular file');
    else writeWhole(path, pieces);
  } catch (error) {
    throw new InputError('output', `can not write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function writeInto(path: string, pieces: Iterable<string>): void {
  // Where the descriptor is a socket, its name can not be opened again.
  const own = /^\/dev\/fd\/(\d{1,4})$/.exec(path)?.[1];
  const handle = own === undefined ? openSync(path, constants.O_WRONLY | constants.O_APPEND) : Number(own);
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
  } finally {
    if (own === undefined) closeSync(handle);
  }
}

/** https://no-color.org and FORCE_COLOR as other tools read them. */
export function wantsColor(noColor: boolean, env: Terminal['env']): boolean {
  if (noColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return true;
}
