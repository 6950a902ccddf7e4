import type { Terminal } from './command.ts';
import { main } from './main.ts';
import { reportError } from './report-error.ts';

// Entry point of the program. Whatever ends the process before there is a verdict leaves the gate shut.
process.exitCode = 2;

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());
// A reader that closes the pipe early (`| head`) is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`portcullis: can not write the report: ${error.message}\n`);
  process.exit(2);
});
// Nobody is left who could be told.
process.stderr.on('error', () => process.exit());

const terminal: Terminal = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: abort.signal,
  now: () => new Date(),
};

process.exitCode = await main(process.argv.slice(2), terminal).catch((error: unknown) => reportError(error, terminal));
