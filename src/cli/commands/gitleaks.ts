import type { Command } from '../command.ts';

export const gitleaksCommand: Command = {
  spec: {
    name: 'gitleaks',
    summary: 'Take the commands, flags, configuration and baselines of gitleaks 8.',
    usage: 'git|dir|stdin|detect|protect …',
    options: [],
    examples: [
      {
        command: 'portcullis gitleaks git --report-path leaks.json',
        note: "As gitleaks would, with this repository's .gitleaks.toml.",
      },
    ],
  },
  async run() {
    throw new Error('the gitleaks command reads its own arguments');
  },
  async raw(args, terminal) {
    const { runGitleaks } = await import('../gitleaks/run-gitleaks.ts');
    return await runGitleaks(args, terminal);
  },
};
