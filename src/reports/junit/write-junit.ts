import type { ScannerRun } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { blockingFindings, blockingInWords, otherReasons } from '../blocking-findings.ts';
import { findingIds } from '../finding-ids.ts';
import { inOrder } from '../order.ts';
import { ruleTable, titleOf, type RuleTable } from '../rule-table.ts';
import { certainty, place, runInWords, suppressionInWords } from '../wording.ts';
import { attributes, testCaseXml, type TestCase } from './test-case.ts';

/**
 * JUnit XML as CI servers read it: a suite per scanner, a case per finding, and one for the gate. A finding is a failure
 * when it shuts the gate, skipped when it is accepted, else passed with a text; a run that is not complete is an error.
 */
export function* writeJunit(unordered: Report, options: ReportOptions): Generator<string> {
  const report = inOrder(unordered);
  const suites = [gateSuite(report.verdict), ...scannerSuites(report)];
  const all = suites.flatMap((suite) => suite.cases);
  const started = options.reproducible ? undefined : report.startedAt;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: report.tool.name, ...totals(all) })}>\n`;
  for (const { name, cases, millis } of suites) {
    const time = options.reproducible || millis === undefined ? undefined : (millis / 1000).toFixed(3);
    yield `  <testsuite${attributes({ name, ...totals(cases), time, timestamp: started?.slice(0, 19) })}>\n`;
    for (const test of cases) yield testCaseXml(test);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
  readonly millis?: number;
}

function gateSuite(verdict: Verdict): Suite {
  const outcome = ({ pass: 'passed', fail: 'failure', error: 'error' } as const)[verdict.outcome];
  const reasons = otherReasons(verdict).map(({ effect, message }) => `${effect}: ${message}`);
  const blocking = blockingInWords(verdict);
  const text = [...(blocking === undefined ? [] : [`fail: ${blocking}`]), ...reasons];
  const test: TestCase = { className: 'gate', name: verdict.gate, outcome, type: verdict.outcome, text };
  return { name: 'gate', cases: [{ ...test, message: text[0] ?? verdict.outcome }] };
}

function scannerSuites(report: Report): Suite[] {
  const { findings, runs } = report.evidence;
  const cases = findingCases(report);
  const names = new Set([...runs.map((run) => run.scanner), ...findings.map((finding) => finding.scanner)]);
  return [...names].map((name) => {
    const own = runs.filter((run) => run.scanner === name);
    const millis = own.reduce((sum, run) => sum + run.millis, 0);
    return { name, millis, cases: [...own.map(runCase), ...(cases.get(name) ?? [])] };
  });
}

function runCase(run: ScannerRun): TestCase {
  const outcome = run.status === 'complete' ? 'passed' : run.status === 'skipped' ? 'skipped' : 'error';
  return { className: run.scanner, name: 'looked at everything', outcome, message: runInWords(run), type: run.status };
}

function findingCases(report: Report): Map<string, TestCase[]> {
  const { findings } = report.evidence;
  const ids = findingIds(findings);
  const rules = ruleTable(report.rules);
  const blocking = blockingFindings(report.verdict);
  const cases = new Map<string, TestCase[]>();
  for (const [index, finding] of findings.entries()) {
    if (finding.baselineState === 'absent') continue;
    const list = cases.get(finding.scanner) ?? [];
    list.push(findingCase(finding, ids[index] ?? '', blocking.has(index), rules));
    cases.set(finding.scanner, list);
  }
  return cases;
}

function findingCase(finding: Finding, id: string, blocks: boolean, rules: RuleTable): TestCase {
  const [first] = finding.locations;
  const fix = rules.get(finding.ruleId)?.fix;
  return {
    className: finding.ruleId,
    name: `${titleOf(finding, rules)} in ${place(first)}`,
    file: first.uri,
    line: first.startLine,
    outcome: finding.suppression ? 'skipped' : blocks ? 'failure' : 'passed',
    message: finding.suppression ? suppressionInWords(finding.suppression) : finding.message,
    type: finding.severity,
    text: [
      `${finding.severity}, ${certainty(finding)}: ${finding.message}`,
      place(first),
      ...(finding.excerpt?.lines ?? []),
      ...(fix === undefined ? [] : [`Fix: ${fix}`]),
      `Id: ${id}`,
    ],
  };
}

function totals(cases: readonly TestCase[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const having = (outcome: TestCase['outcome']): number => cases.filter((test) => test.outcome === outcome).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
}
