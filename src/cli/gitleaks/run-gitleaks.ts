import { ConfigError } from '../../scanners/secrets/compat/config/config-error.ts';
import { version } from '../version.ts';
import { completionScript } from './completion-script.ts';
import { commands } from './commands.ts';
import { FatalError, type GitleaksIo } from './gitleaks-io.ts';
import { helpText, usageText } from './help-text.ts';
import { Log } from './log.ts';
import { ArgumentError, parseArguments, type Arguments } from './parse-arguments.ts';
import { runScan } from './run-scan.ts';

/**
 * The command line of gitleaks 8: same commands, flags, configuration, findings, reports and exit codes (0, the value
 * of --exit-code for findings, 1 for failures and incomplete scans, 126 for an unknown flag).
 */
export async function runGitleaks(argv: readonly string[], io: GitleaksIo): Promise<number> {
  const now = io.now ?? ((): Date => new Date());
  const log = new Log((line) => void io.stderr.write(line), now);
  try {
    const args = parseArguments(argv);
    const color = !args.flags.flag('no-color') && io.stderr.isTTY === true;
    if (!log.configure(args.flags.text('log-level'), color)) {
      log.warn(`unknown log level: ${args.flags.text('log-level')}`);
    }
    return answer(args, io) ?? (await runScan(args, io, log));
  } catch (error) {
    if (error instanceof ArgumentError) return refuse(error, io, log);
    if (error instanceof ConfigError) log.fatal('Failed to load config', faultFields(error));
    else if (error instanceof FatalError)
      log.fatal(error.message, error.detail === undefined ? {} : { error: error.detail });
    else throw error;
    return 1;
  }
}

/** What gitleaks says, then where it is and what to do. */
function faultFields({ message, fault }: ConfigError): Record<string, string> {
  const { at, rule, hint } = fault;
  return {
    error: message,
    ...(at !== undefined && { at }),
    ...(rule !== undefined && { rule }),
    ...(hint !== undefined && { hint }),
  };
}

/** Commands that scan nothing. */
function answer({ command, flags, positionals }: Arguments, io: GitleaksIo): number | undefined {
  const print = (text: string): number => {
    io.stdout.write(text);
    return 0;
  };
  if (flags.flag('help')) return print(helpText(command));
  if (command === undefined) {
    return print(flags.flag('version') ? `gitleaks version ${version}\n` : helpText(undefined));
  }
  switch (command.name) {
    case 'version':
      return print(`${version}\n`);
    case 'help':
      return print(helpText(commands.find((each) => each.name === positionals[0])));
    case 'completion':
      return print(completionScript(positionals[0] ?? '') ?? helpText(command));
    default:
      return undefined;
  }
}

function refuse(error: ArgumentError, io: GitleaksIo, log: Log): number {
  io.stderr.write(`Error: ${error.message}\n`);
  if (error.brief) io.stderr.write("Run 'gitleaks --help' for usage.\n");
  else io.stderr.write(`${usageText(error.command)}\n`);
  if (error.exitCode !== 126) log.fatal(error.message);
  return error.exitCode;
}
