import type { Command, CommandSpec } from '../command.ts';
import { bashCompletion, fishCompletion, zshCompletion } from '../completion-scripts.ts';
import { chooseAction, refuseMore } from '../parse-invocation.ts';
import { commands } from './all.ts';

const writers = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
const shells = ['bash', 'zsh', 'fish'] as const;

export const completionCommand: Command = {
  spec: {
    name: 'completion',
    summary: 'Print a completion script for bash, zsh or fish.',
    usage: 'bash|zsh|fish',
    subcommands: shells,
    options: [],
    examples: [
      { command: 'source <(portcullis completion bash)', note: 'Complete commands and options in this shell.' },
    ],
  },
  async run({ positionals }, terminal) {
    const [word, ...more] = positionals;
    const shell = chooseAction(completionCommand.spec, shells, word, 'which shell?');
    refuseMore(completionCommand.spec, more);
    const specs: CommandSpec[] = await Promise.all(commands.map(async (entry) => (await entry.load()).spec));
    terminal.stdout.write(writers[shell](specs));
    return 0;
  },
};
