import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import { InputError } from '../../model/input-error.ts';
import type { Command } from '../command.ts';
import { findingPage } from '../explain/finding-page.ts';
import { rulePage } from '../explain/rule-page.ts';
import { loadRules } from '../load-rules.ts';
import { pageScreen } from '../page-screen.ts';
import { findByPrefix, readReport } from '../reported-finding.ts';
import { printLines } from '../print-lines.ts';

export const explainCommand: Command = {
  spec: {
    name: 'explain',
    summary: 'Say all that is known of a rule, or of a finding of the last run.',
    usage: 'RULE|FINDING',
    details:
      'FINDING is the id that the report shows, or its beginning. The report of the last run is kept inside .git.',
    options: [
      {
        name: 'report',
        value: 'FILE',
        summary: 'JSON report that has the finding (default: the last run in this repository).',
      },
      { name: 'json', summary: 'As JSON.' },
      { name: 'no-color', summary: 'No colour; NO_COLOR and pipes do the same.' },
    ],
    examples: [
      {
        command: 'portcullis explain secrets/github-token',
        note: 'Why it matters, how to revoke, what is reported and what is not.',
      },
      { command: 'portcullis explain 3f2a9c1d', note: 'Why was this reported, and how sure is it?' },
    ],
  },
  async run({ positionals, value, flag }, terminal) {
    const [subject] = positionals;
    if (subject === undefined || positionals.length > 1) {
      throw new InputError('usage', 'what should be explained?', 'portcullis explain RULE, or the id of a finding');
    }
    const rules = await loadRules();
    const rule = rules.find((one) => one.id === subject) ?? rules.find((one) => one.id.split('/')[1] === subject);
    const look = pageScreen(flag('no-color'), terminal);
    if (rule) return printLines(flag('json') ? [JSON.stringify(rule, null, 2)] : rulePage(rule, look), terminal);
    const report = readReport(value('report'), terminal);
    const found = report && findByPrefix(report.evidence, subject);
    const finding = found && report.evidence.findings[found.index];
    if (!finding)
      throw nothingToExplain(
        subject,
        rules.map((one) => one.id),
        report !== undefined,
      );
    const page = flag('json') ? [JSON.stringify(finding, null, 2)] : findingPage(finding, found.id, report, look);
    return printLines(page, terminal);
  },
};

function nothingToExplain(subject: string, ruleIds: readonly string[], hasReport: boolean): InputError {
  const close = nearestWord(subject, ruleIds);
  const hint = hasReport
    ? "'portcullis rules' lists the rules; ids of findings stand in the report"
    : 'there is no report of an earlier run here; run portcullis scan, or give --report FILE';
  return new InputError(
    'nothing-to-explain',
    `there is no rule and no finding '${subject}'`,
    close === undefined ? hint : `did you mean '${close}'?`,
  );
}
