import { InputError } from '../../model/input-error.ts';
import type { Command, CommandSpec } from '../command.ts';
import { bashCompletion, fishCompletion, zshCompletion } from '../completion-scripts.ts';
import { commands } from './all.ts';

const writers = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

export const completionCommand: Command = {
  spec: {
    name: 'completion',
    summary: 'Print a completion script for bash, zsh or fish.',
    usage: 'bash|zsh|fish',
    subcommands: ['bash', 'zsh', 'fish'],
    options: [],
    examples: [
      { command: 'source <(portcullis completion bash)', note: 'Complete commands and options in this shell.' },
    ],
  },
  async run({ positionals }, terminal) {
    const write = writers.get(positionals[0] ?? '');
    if (!write || positionals.length > 1) {
      throw new InputError('usage', 'which shell?', 'portcullis completion bash, zsh or fish');
    }
    const specs: CommandSpec[] = await Promise.all(commands.map(async (entry) => (await entry.load()).spec));
    terminal.stdout.write(write(specs));
    return 0;
  },
};
