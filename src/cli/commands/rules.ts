import { wrap } from '../../lib/terminal/wrap.ts';
import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import { InputError } from '../../model/input-error.ts';
import type { RuleMeta } from '../../model/rule.ts';
import { loadRules } from '../load-rules.ts';
import type { Command } from '../command.ts';

export const rulesCommand: Command = {
  spec: {
    name: 'rules',
    summary: 'List the rules, all or those whose id, title or tag contains WORD.',
    usage: '[WORD]',
    options: [
      { name: 'scanner', value: 'ID', summary: 'Only the rules of this scanner.' },
      { name: 'coverage', summary: 'What a secure pipeline consists of, and the rules that watch over each part.' },
      { name: 'json', summary: 'All that is known of each rule, or the matrix, as a JSON array.' },
      { name: 'no-color', summary: 'No colour; NO_COLOR and pipes do the same.' },
    ],
    examples: [
      { command: 'portcullis rules github', note: 'Which rules know of GitHub?' },
      {
        command: 'portcullis rules --coverage',
        note: 'Which rules watch over approvals, pins, runners …, on each platform?',
      },
      { command: 'portcullis rules --json', note: 'Feed a catalogue of your own.' },
    ],
  },
  async run(invocation, terminal) {
    const { positionals, value, flag } = invocation;
    const words = positionals.map((word) => word.toLowerCase());
    const all = await loadRules(value('scanner'));
    if (flag('coverage')) {
      const { showCoverage } = await import('../rules/show-coverage.ts');
      return showCoverage(words, all, invocation, terminal);
    }
    const rules = all.filter((rule) => words.every((word) => mentions(rule, word)));
    if (rules.length === 0) throw noRule(words, all);
    if (flag('json')) {
      terminal.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
      return 0;
    }
    const width = Math.max(0, ...rules.map((rule) => rule.id.length));
    const lineWidth = terminal.stdout.columns ?? 100;
    for (const rule of rules) {
      const [first = '', ...rest] = wrap(rule.title, Math.max(20, lineWidth - width - 12));
      terminal.stdout.write(`${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${first}\n`);
      for (const line of rest) terminal.stdout.write(`${' '.repeat(width + 12)}${line}\n`);
    }
    terminal.stdout.write(
      `\n${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}. Read one: portcullis explain RULE\n`,
    );
    return 0;
  },
};

function noRule(words: readonly string[], rules: readonly RuleMeta[]): InputError {
  const known = new Set(rules.flatMap(({ id }) => [id, ...id.split(/[/-]/)]));
  const close = words.length === 1 ? nearestWord(words[0] ?? '', [...known]) : undefined;
  return new InputError(
    'no-rule',
    `no rule mentions '${words.join(' ')}'`,
    close === undefined ? "'portcullis rules' lists all" : `did you mean '${close}'?`,
  );
}

function mentions(rule: RuleMeta, word: string): boolean {
  return [rule.id, rule.title, rule.severity, ...rule.tags].some((text) => text.toLowerCase().includes(word));
}
