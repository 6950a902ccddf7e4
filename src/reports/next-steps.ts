import type { Report } from '../model/report.ts';
import { isOpen } from './open-finding.ts';

/** Something the reader can type or add, and what it is good for. */
export interface NextStep {
  readonly purpose: string;
  readonly command: readonly string[];
}

/** What to do after this verdict, the most useful first. `ids` are the report ids of the findings. */
export function nextSteps(report: Report, ids: readonly string[]): NextStep[] {
  const { verdict, evidence } = report;
  const shown = evidence.findings.findIndex(isOpen);
  const worst = evidence.findings[shown];
  if (!worst) return [];
  const steps: NextStep[] = [
    {
      purpose: 'Why it matters, how it was recognised, how to fix it:',
      command: [`portcullis explain ${(ids[shown] ?? '').slice(0, 8)}`, `portcullis explain ${quoted(worst.ruleId)}`],
    },
  ];
  if (verdict.outcome !== 'fail') return steps;
  if (evidence.findings.every((finding) => finding.baselineState === undefined)) {
    steps.push({
      purpose: 'Accept what is there today and judge only what is new:',
      command: ['portcullis baseline create'],
    });
  }
  steps.push({
    purpose: 'Accept one finding for a while, in portcullis.yaml:',
    command: [
      'waivers:',
      `  - rule: ${quoted(worst.ruleId)}`,
      `    path: ${quoted(worst.locations[0].uri)}`,
      '    owner: …',
      '    reason: …',
      '    expires: YYYY-MM-DD',
    ],
  });
  return steps;
}

// With a slash inside it is neither a YAML keyword nor a number.
const plain = /^[A-Za-z_][\w-]*\/[\w@./-]*$/;

/** Names come from the scanned tree: what is not plain is quoted, so that a shell or YAML reads it as one word. */
function quoted(name: string): string {
  return plain.test(name) ? name : `'${name.replaceAll("'", '?')}'`;
}
