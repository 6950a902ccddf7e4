import { main } from './main.ts';
import { openTerminal } from './open-terminal.ts';
import { reportError } from './report-error.ts';

// Entry point of the program. Whatever ends the process before there is a verdict leaves the gate shut.
process.exitCode = 2;

const terminal = openTerminal();
process.exitCode = await main(process.argv.slice(2), terminal).catch((error: unknown) => reportError(error, terminal));
