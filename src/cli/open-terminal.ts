import type { Terminal } from './command.ts';

/** The process as commands see it. Streams are opened when they are first used: a silent hook needs none. */
export function openTerminal(): Terminal {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  process.once('SIGTERM', () => abort.abort());
  let stdout: NodeJS.WriteStream | undefined;
  let stderr: NodeJS.WriteStream | undefined;
  return {
    get stdout() {
      return (stdout ??= process.stdout.on('error', (error: NodeJS.ErrnoException) => {
        // A reader that closes the pipe early (`| head`) is not an error of ours.
        if (error.code === 'EPIPE') process.exit();
        process.stderr.write(`portcullis: can not write the report: ${error.message}\n`);
        process.exit(2);
      }));
    },
    get stderr() {
      // Nobody is left who could be told.
      return (stderr ??= process.stderr.on('error', () => process.exit()));
    },
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    cwd: process.cwd(),
    signal: abort.signal,
    now: () => new Date(),
  };
}
