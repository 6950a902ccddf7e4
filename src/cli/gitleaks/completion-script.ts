import { commands, globalFlags } from './commands.ts';

/** A script with which a shell completes commands and flags; undefined for an unknown shell. */
export function completionScript(shell: string): string | undefined {
  const names = commands.filter((command) => !command.hidden).map((command) => command.name);
  const flags = [...globalFlags, ...commands.flatMap((command) => command.flags)].map((flag) => `--${flag.name}`);
  const words = [...names, ...new Set(flags)].join(' ');
  switch (shell) {
    case 'bash':
      return `complete -o default -W '${words}' gitleaks\n`;
    case 'zsh':
      return `#compdef gitleaks\ncompadd -- ${words}\n`;
    case 'fish':
      return `complete -c gitleaks -a '${words}'\n`;
    case 'powershell':
      return (
        'Register-ArgumentCompleter -Native -CommandName gitleaks -ScriptBlock {\n  param($word)\n' +
        `  '${words}'.Split(' ') | Where-Object { $_.StartsWith($word) }\n}\n`
      );
    default:
      return undefined;
  }
}
