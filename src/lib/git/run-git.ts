import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type GitPlace, guarded } from './git-command.ts';
import { GitError, gitFailure } from './git-error.ts';

export interface GitCall {
  readonly signal: AbortSignal;
  readonly input?: string | Uint8Array;
}

const mostOutput = 512 * 1024 * 1024;
const mostComplaints = 16_384;

/** Runs git to its end and gives its standard output. Throws `GitError`, or the signal's reason. */
export async function runGit(place: GitPlace, args: readonly string[], call: GitCall): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of streamGit(place, args, call)) {
    length += chunk.length;
    if (length > mostOutput)
      throw new GitError('too-much-output', `git ${args[0]} wrote more than ${mostOutput} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Runs git and gives its standard output as it comes. Leaving the loop early ends the process. */
export async function* streamGit(place: GitPlace, args: readonly string[], call: GitCall): AsyncGenerator<Buffer> {
  call.signal.throwIfAborted();
  const child = spawn('git', guarded(args), {
    cwd: place.directory,
    env: place.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const stop = (): void => {
    child.kill('SIGKILL');
    // A program that git started may live on and hold the other ends.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  call.signal.addEventListener('abort', stop, { once: true });
  const ended = waitForEnd(child);
  feed(child.stdin, call.input);
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const { exit, complaints } = await ended;
    if (exit !== 0) throw gitFailure(args, exit, complaints);
  } catch (error) {
    call.signal.throwIfAborted();
    throw error;
  } finally {
    call.signal.removeEventListener('abort', stop);
    if (child.exitCode === null) stop();
  }
  call.signal.throwIfAborted();
}

/** git may end before it has read everything; the broken pipe then says less than its exit code. */
function feed(stdin: Writable, input: string | Uint8Array | undefined): void {
  stdin.on('error', () => stdin.destroy());
  stdin.end(input ?? '');
}

async function waitForEnd(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
): Promise<{ exit: number | string | null; complaints: string }> {
  let complaints = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    if (complaints.length < mostComplaints) complaints += text;
  });
  return await new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ exit: error.code ?? null, complaints: error.message }),
    );
    child.on('close', (code, signal) => resolve({ exit: code ?? signal, complaints }));
  });
}
