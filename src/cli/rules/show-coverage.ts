import { controls } from '../../model/control.ts';
import { InputError } from '../../model/input-error.ts';
import type { RuleMeta } from '../../model/rule.ts';
import type { Invocation, Terminal } from '../command.ts';
import { pageScreen } from '../page-screen.ts';
import { printLines } from '../print-lines.ts';
import { coveragePage } from './coverage-page.ts';
import { coverage } from './coverage.ts';

/**
 * Prints the matrix of controls and rules.
 * @param words in lower case; only controls that mention all of them
 * @throws InputError when none does
 */
export function showCoverage(
  words: readonly string[],
  rules: readonly RuleMeta[],
  { flag }: Invocation,
  terminal: Terminal,
): number {
  const rows = coverage(controls, rules).filter(({ id, group, text }) => {
    const said = `${id} ${group} ${text}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  if (rows.length === 0) {
    throw new InputError(
      'no-control',
      `nothing mentions '${words.join(' ')}'`,
      "'portcullis rules --coverage' lists all",
    );
  }
  const look = pageScreen(flag('no-color'), terminal);
  return printLines(flag('json') ? [JSON.stringify(rows, null, 2)] : coveragePage(rows, look), terminal);
}
