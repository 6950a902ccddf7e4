import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReport, buildRichReport } from '../../test/reports/build-report.ts';
import { hostileReport } from '../../test/reports/hostile-report.ts';
import { writeReport } from '../../test/reports/write-report.ts';
import type { Report } from '../model/report.ts';
import { reportFormats } from './formats.ts';

const ids = reportFormats.map((format) => format.id);

test('every format has its own id and loads as what it says', async () => {
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of reportFormats) {
    const { id, title, extension } = entry;
    expect(await entry.load()).toMatchObject({ id, title, extension });
  }
});

test.each(ids)('%s: the order in which evidence arrives does not show', async (id) => {
  const report = buildRichReport();
  expect(await writeReport(id, shuffled(report))).toBe(await writeReport(id, report));
});

test.each(ids)('%s: a reproducible report has no times', async (id) => {
  const report = buildRichReport();
  const { evidence } = report;
  const later: Report = {
    ...report,
    startedAt: '2030-01-01T00:00:00.000Z',
    endedAt: '2030-01-01T00:00:09.000Z',
    evidence: {
      ...evidence,
      now: '2030-01-01T00:00:01.000Z',
      runs: evidence.runs.map((run) => ({ ...run, millis: run.millis + 77 })),
    },
  };
  const options = { reproducible: true };
  expect(await writeReport(id, later, options)).toBe(await writeReport(id, report, options));
});

test.each(ids)('%s: nothing found is a report too', async (id) => {
  const text = await writeReport(id, buildReport({ findings: [] }));
  expect(text).not.toBe('');
});

test.each(ids)('%s: takes any text without a crash and without raw control characters', async (id) => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const text = await writeReport(id, report);
      expect(text).not.toMatch(/(?![\t\r\n])\p{Cc}|\p{Cs}/u);
    }),
    { numRuns: 40 },
  );
});

/** The same evidence as another schedule of the threads would deliver it. */
function shuffled(report: Report): Report {
  const { evidence, verdict } = report;
  const last = evidence.findings.length - 1;
  return {
    ...report,
    rules: report.rules.toReversed(),
    evidence: {
      ...evidence,
      findings: evidence.findings.toReversed(),
      runs: evidence.runs.toReversed(),
      unknowns: evidence.unknowns.toReversed(),
    },
    verdict: {
      ...verdict,
      reasons: verdict.reasons.map((reason) =>
        reason.finding === undefined ? reason : Object.assign({}, reason, { finding: last - reason.finding }),
      ),
    },
  };
}
