import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { writeTerminal } from '../../reports/terminal/write-terminal.ts';
import type { Terminal } from '../command.ts';
import { toReport } from '../evaluate.ts';
import { saveLastReport } from '../last-report.ts';
import { wantsColor } from '../outputs.ts';

/** Says why the commit stops: to standard error, where git shows what hooks say. */
export async function showVerdict(
  evidence: Evidence,
  verdict: Verdict,
  started: Date,
  terminal: Terminal,
): Promise<void> {
  const report = await toReport(evidence, verdict, started, terminal);
  saveLastReport(report, terminal.cwd);
  const color = wantsColor(false, terminal.env) && terminal.stderr.isTTY === true;
  const width = terminal.stderr.columns ?? 100;
  for (const piece of writeTerminal(report, { width, color, reproducible: false })) terminal.stderr.write(piece);
}
