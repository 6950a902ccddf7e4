import type { Example } from '../../../../model/rule.ts';

/** A repository with a workflow of one job and Dependabot's updates, each the lines of an entry without its dash. */
export function dependabot(updates: readonly string[], beside: Readonly<Record<string, string>> = {}): Example {
  const entries = updates.map((lines) => `  - ${lines.trimEnd().replaceAll('\n', '\n    ')}\n`).join('');
  return {
    path: '.github/workflows/ci.yml',
    code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n',
    beside: { '.github/dependabot.yml': `version: 2\nupdates:\n${entries}`, ...beside },
  };
}

/** An entry of an ecosystem at the top, updated weekly. */
export function weekly(ecosystem: string, rest = ''): string {
  return `package-ecosystem: ${ecosystem}\ndirectory: /\nschedule:\n  interval: weekly\n${rest}`;
}
