import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import type { Component } from '../../model/component.ts';
import type { Approval, CommandRun, Evidence, ScannerRun, Verification } from '../../model/evidence.ts';
import type { Finding, Suppression, Unknown } from '../../model/finding.ts';
import { InputError } from '../../model/input-error.ts';
import type { Location } from '../../model/location.ts';
import type { Report, ReportedRule } from '../../model/report.ts';
import type { Reason, Verdict } from '../../model/verdict.ts';
import { inOrder } from '../order.ts';
import { parseJsonReport, reportJsonSchema } from './parse-json-report.ts';
import type { reportSchema } from './report-schema.ts';

const now = new Date('2026-06-01T00:00:00.000Z');

/** What a report is after strings went through a format that holds only whole characters. */
function wellFormed(report: Report): Report {
  return JSON.parse(JSON.stringify(report).replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, '$1\ufffd')) as Report;
}

describe('round trip', () => {
  test('loses nothing of a rich report', async () => {
    const report = buildRichReport();
    expect(parseJsonReport(await writeReport('json', report), now)).toEqual(inOrder(report));
  });

  test('loses nothing of any report', async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async (report) => {
        const read = parseJsonReport(await writeReport('json', report), now);
        expect(read).toEqual(wellFormed(inOrder(report)));
        expect(await writeReport('json', read)).toBe(await writeReport('json', inOrder(read)));
      }),
      { numRuns: 60 },
    );
  });

  test('what a rule carries beside its description is not written', async () => {
    const report = buildRichReport();
    const [rule] = report.rules;
    const loaded = Object.assign({}, rule, { bad: [{ code: 'x' }], good: [{ code: 'y' }], shape: ['z'] });
    const text = await writeReport('json', { ...report, rules: [loaded] });
    expect(parseJsonReport(text, now).rules).toEqual([rule]);
  });

  test('a reproducible report is judged as of the time of reading', async () => {
    const read = parseJsonReport(await writeReport('json', buildRichReport(), { reproducible: true }), now);
    expect(read.evidence.now).toBe(now.toISOString());
    expect(read.evidence.runs.map((run) => run.millis)).toEqual([0, 0, 0]);
  });
});

test('the schema knows every field of the model', () => {
  type Schema = z.infer<typeof reportSchema>;
  type SchemaFinding = Schema['evidence']['findings'][number];
  expectTypeOf<keyof Schema>().toEqualTypeOf<keyof Report | 'schemaVersion'>();
  expectTypeOf<keyof Schema['evidence']>().toEqualTypeOf<keyof Evidence>();
  expectTypeOf<keyof Schema['evidence']['target']>().toEqualTypeOf<keyof Evidence['target']>();
  expectTypeOf<keyof Schema['evidence']['runs'][number]>().toEqualTypeOf<keyof ScannerRun>();
  expectTypeOf<keyof Schema['evidence']['unknowns'][number]>().toEqualTypeOf<keyof Unknown>();
  expectTypeOf<keyof Schema['evidence']['components'][number]>().toEqualTypeOf<keyof Component>();
  expectTypeOf<keyof Schema['evidence']['approvals'][number]>().toEqualTypeOf<keyof Approval>();
  expectTypeOf<keyof NonNullable<Schema['evidence']['commands']>[number]>().toEqualTypeOf<keyof CommandRun>();
  expectTypeOf<keyof NonNullable<Schema['evidence']['verifications']>[number]>().toEqualTypeOf<keyof Verification>();
  expectTypeOf<keyof SchemaFinding>().toEqualTypeOf<keyof Finding | 'id'>();
  expectTypeOf<keyof SchemaFinding['locations'][number]>().toEqualTypeOf<keyof Location>();
  expectTypeOf<keyof NonNullable<SchemaFinding['suppression']>>().toEqualTypeOf<keyof Suppression>();
  expectTypeOf<keyof Schema['verdict']>().toEqualTypeOf<keyof Verdict>();
  expectTypeOf<keyof Schema['verdict']['reasons'][number]>().toEqualTypeOf<keyof Reason>();
  expectTypeOf<keyof Schema['rules'][number]>().toEqualTypeOf<keyof ReportedRule>();
  const published = new URL('../../../docs/report.schema.json', import.meta.url);
  expect(reportJsonSchema(), 'write reportJsonSchema() to docs/report.schema.json').toEqual(
    JSON.parse(readFileSync(published, 'utf8')),
  );
});

describe('refuses', () => {
  test.each([
    ['nothing', '', 'not-a-report'],
    ['half a report', '{"schemaVersion": 1, "tool"', 'not-a-report'],
    ['another document', '{"version": "2.1.0", "runs": []}', 'not-a-report'],
    ['a list', '[]', 'not-a-report'],
    ['a report of the future', '{"schemaVersion": 2}', 'report-version'],
    ['a report without a verdict', '{"schemaVersion": 1}', 'not-a-report'],
  ])('%s', (_, text, code) => {
    expect(() => parseJsonReport(text, now)).toThrow(expect.objectContaining({ code }) as InputError);
  });

  test('a finding without a place, and says where', async () => {
    const text = await writeReport('json', buildRichReport());
    const broken = text.replace(/"locations": \[[^\]]*\]/, '"locations": []');
    expect(() => parseJsonReport(broken, now)).toThrow(/evidence\.findings\.0\.locations/);
  });

  test('any text without a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseJsonReport(text, now)).toThrow(InputError);
      }),
    );
  });
});

test('JSON lines: a record a line, the report first and the verdict last', async () => {
  const lines = (await writeReport('jsonl', buildRichReport())).trimEnd().split('\n');
  const records = lines.map((line) => JSON.parse(line) as { type: string; schemaVersion?: number });
  expect(records[0]).toMatchObject({ type: 'report', schemaVersion: 1, target: { kind: 'directory' } });
  expect(records.at(-1)).toMatchObject({ type: 'verdict', gate: 'build', outcome: 'error' });
  const types = ['report', 'run', 'rule', 'finding', 'unknown', 'component', 'verdict'];
  expect(types.map((type) => records.filter((record) => record.type === type).length)).toEqual([1, 3, 3, 5, 2, 1, 1]);
});

test('JSON lines: any text stays on its line', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const lines = (await writeReport('jsonl', report)).trimEnd().split('\n');
      expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'));
    }),
    { numRuns: 40 },
  );
});
