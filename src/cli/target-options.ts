import { statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Target } from '../model/target.ts';
import type { Invocation, Option, Terminal } from './command.ts';

export const noCacheOption: Option = {
  name: 'no-cache',
  summary: 'Look again at what was clean in an earlier run and has not changed.',
};

export const targetOptions: readonly Option[] = [
  { name: 'staged', summary: 'What is staged for the next commit, exactly as in the index.' },
  { name: 'range', value: 'A..B', summary: 'What the commits of a range add.' },
  { name: 'history', summary: 'Everything that any commit, tag or note can reach.' },
  { name: 'dangling', summary: 'With --history: also objects that nothing reaches any more.' },
  {
    name: 'stdin-name',
    value: 'PATH',
    summary: "With TARGET '-': the path that the input is judged as (default: stdin).",
  },
];

/** The target that the command line means. @throws InputError when it means two, or none that exists */
export async function targetFrom(invocation: Invocation, terminal: Terminal): Promise<Target> {
  const { positionals } = invocation;
  const range = invocation.value('range');
  const kinds = [invocation.flag('staged'), range !== undefined, invocation.flag('history')].filter(Boolean).length;
  if (kinds > 1) throw new InputError('usage', '--staged, --range and --history exclude each other', 'choose one');
  if (kinds === 1) {
    const root = resolve(terminal.cwd, onlyOne(positionals));
    if (invocation.flag('staged')) return { kind: 'staged', root };
    if (range !== undefined) return { kind: 'commits', root, range };
    return { kind: 'history', root, dangling: invocation.flag('dangling') };
  }
  if (positionals.length === 1 && positionals[0] === '-') {
    const bytes = await readAll(terminal.stdin);
    if (bytes.length === 0) throw emptyInput();
    return { kind: 'stdin', name: invocation.value('stdin-name') ?? 'stdin', bytes };
  }
  if (positionals.includes('-')) throw new InputError('usage', "'-' stands alone", 'portcullis scan - < file');
  if (positionals.length <= 1) {
    const path = resolve(terminal.cwd, positionals[0] ?? '.');
    if (isDirectory(path)) return { kind: 'directory', root: path };
  }
  const paths = positionals.map((path) => (isAbsolute(path) ? path : join(terminal.cwd, path)));
  return { kind: 'files', root: terminal.cwd, paths };
}

function onlyOne(positionals: readonly string[]): string {
  if (positionals.length > 1) throw new InputError('usage', 'one repository at a time', 'give one directory');
  return positionals[0] ?? '.';
}

function isDirectory(path: string): boolean {
  const hint = 'give a directory, files, or - for standard input';
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('no-target', `${path} does not exist`, hint);
    throw new InputError('no-target', `${path} can not be reached (${code})`, hint);
  }
}

/** What was to be judged may have failed before it wrote anything, and that must not look like a pass. */
function emptyInput(): InputError {
  return new InputError('no-target', 'standard input is empty', 'see that the command before the pipe did its work');
}

const mostStdin = 1_000_000_000;

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > mostStdin)
      throw new InputError(
        'too-large',
        `standard input has more than ${mostStdin} bytes`,
        'write it to a file and scan that',
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
