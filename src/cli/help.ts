import { commands } from './commands/all.ts';
import type { CommandSpec, Option } from './command.ts';

/** Help of the program: the promise, the commands, the exit codes. */
export async function programHelp(version: string): Promise<string> {
  const specs = await Promise.all(commands.map(async (entry) => (await entry.load()).spec));
  const list = columns(specs.map((spec) => [`${spec.name}${usageHint(spec)}`, spec.summary]));
  return `portcullis ${version}: the security gate of a delivery pipeline

Usage: portcullis <command> [options]

Commands:
${list}

Run 'portcullis <command> --help' for options and examples.

Exit codes:
  0  the gate is open
  1  the policy says no
  2  could not decide (usage, configuration, a scanner that did not finish, nothing scanned)
`;
}

export function commandHelp(spec: CommandSpec): string {
  const options = columns([...spec.options.map(optionRow), ['-h, --help', 'Show this help.']]);
  const examples = spec.examples.map(({ command, note }) => `  ${command}\n      ${note}`).join('\n');
  return `${spec.summary}

Usage: portcullis ${spec.name}${spec.usage === '' ? '' : ` ${spec.usage}`}
${spec.details === undefined ? '' : `\n${spec.details}\n`}
Options:
${options}

Examples:
${examples}
`;
}

function usageHint(spec: CommandSpec): string {
  return spec.subcommands ? ` ${spec.subcommands.join('|')}` : spec.usage === '' ? '' : ` ${spec.usage}`;
}

function optionRow(option: Option): [string, string] {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return [`${short}--${option.name}${value}`, option.summary];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  return rows
    .map(([left, right]) => {
      const gap = left.length > width ? `\n${' '.repeat(width + 4)}` : ' '.repeat(width + 2 - left.length);
      return `  ${left}${gap}${right}`;
    })
    .join('\n');
}
