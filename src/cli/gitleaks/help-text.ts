import { commands, globalFlags, type GitleaksCommand } from './commands.ts';
import type { Flag } from './flag.ts';
import { ownFlags } from './parse-arguments.ts';

/** The help of a command, or of gitleaks itself. */
export function helpText(command: GitleaksCommand | undefined): string {
  const intro = command === undefined ? 'Finds secrets in code, as gitleaks does' : command.summary;
  return `${intro}\n\n${usageText(command)}`;
}

/** The part of the help that also follows a refused command line. */
export function usageText(command: GitleaksCommand | undefined): string {
  if (command === undefined) {
    const listed = commands.filter((each) => !each.hidden);
    const width = Math.max(...listed.map((each) => each.name.length));
    const list = listed.map((each) => `  ${each.name.padEnd(width)}  ${each.summary}`).join('\n');
    const flags = [...globalFlags, ...ownFlags(undefined)].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return (
      `Usage:\n  gitleaks [command]\n\nAvailable Commands:\n${list}\n\nFlags:\n${flagTable(flags)}\n` +
      '\nUse "gitleaks [command] --help" for more information about a command.\n'
    );
  }
  const { name, aliases, usage, shells } = command;
  const lines = shells === undefined ? `  gitleaks ${name}${usage}` : `  gitleaks ${name} [${shells.join('|')}]`;
  const aliasPart = aliases.length === 0 ? '' : `\nAliases:\n  ${[name, ...aliases].join(', ')}\n`;
  const flags = ownFlags(command).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `Usage:\n${lines}\n${aliasPart}\nFlags:\n${flagTable(flags)}\n\nGlobal Flags:\n${flagTable(globalFlags)}\n`;
}

function flagTable(flags: readonly Flag[]): string {
  const rows = flags.map((flag) => ({ left: flagName(flag), usage: flagUsage(flag) }));
  const width = Math.max(...rows.map((row) => row.left.length)) + 3;
  return rows
    .map(({ left, usage }) => left.padEnd(width) + usage.replaceAll('\n', `\n${' '.repeat(width)}`))
    .join('\n');
}

function flagName(flag: Flag): string {
  const short = flag.short === undefined ? '      ' : `  -${flag.short}, `;
  const value = flag.type === 'bool' ? '' : flag.bare === undefined ? ` ${flag.type}` : ` ${flag.type}[=${flag.bare}]`;
  return `${short}--${flag.name}${value}`;
}

function flagUsage(flag: Flag): string {
  const unset = flag.initial === '' || flag.initial === 'false' || flag.initial === '0';
  if (unset) return flag.usage;
  return `${flag.usage} (default ${flag.type === 'string' ? JSON.stringify(flag.initial) : flag.initial})`;
}
