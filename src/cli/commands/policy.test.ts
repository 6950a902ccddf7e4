import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/policy/run-command.ts';
import { evidence, finding } from '../../../test/policy/sample-evidence.ts';
import { scratch, writeFiles } from '../../../test/support/scratch.ts';
import { findingIds } from '../../reports/finding-ids.ts';
import { writeJson } from '../../reports/json/write-json.ts';
import { policyCommand } from './policy.ts';

const make = scratch();
const now = new Date('2026-03-10T12:00:00Z');
const run = async (root: string, ...args: string[]) => await runCommand(policyCommand, args, root, now);

const policy = `version: 1
gates:
  build: { scanners: [secrets], fail-on: critical }
waivers:
  - { path: '**', owner: Jo, reason: "\\e[31mred", expires: 2026-03-01 }
`;

/** A JSON report with one finding, and the id that it shows. */
function recorded(): { text: string; id: string } {
  const findings = [finding()];
  const report = {
    tool: { name: 'Portcullis', version: '0', informationUri: 'https://example.com' },
    evidence: evidence({ findings }),
    verdict: {
      gate: 'build',
      outcome: 'pass' as const,
      reasons: [],
      counts: { info: 0, low: 0, medium: 0, high: 1, critical: 0 },
      suppressed: 0,
      policyDigest: '0',
    },
    rules: [],
    startedAt: now.toISOString(),
    endedAt: now.toISOString(),
  };
  const text = [...writeJson(report, { width: 80, color: false, reproducible: false })].join('');
  return { text, id: findingIds(findings)[0] ?? '' };
}

describe('check', () => {
  test('shows what is in force and warns', async () => {
    const { code, stdout } = await run(make.directory({ 'portcullis.yaml': policy }), 'check');
    expect(code).toBe(0);
    expect(stdout).toContain('build\n  secrets must run to the end; new findings of critical or worse');
    expect(stdout).toContain('test\n  asks for nothing, so that it never opens');
    expect(stdout).toContain('warning: the waiver of everything in ** by Jo expired on 2026-03-01');
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toMatch(/The policy is valid; digest [0-9a-f]{16}\.\n$/);
  });

  test('gives the compiled policy as JSON', async () => {
    const { stdout } = await run(make.directory(), 'check', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, baseline: '.portcullis-baseline' });
  });

  test('tells every mistake', async () => {
    const root = make.directory({ 'portcullis.yaml': 'version: 1\ngate: {}\nsalt: 5\n' });
    const { code, stdout } = await run(root, 'check');
    expect(code).toBe(2);
    expect(stdout).toContain(
      'portcullis.yaml:2:1: unknown key "gate"; did you mean "gates"?\nportcullis.yaml:3:7: salt',
    );
  });
});

describe('explain', () => {
  test('says what a gate asks for', async () => {
    const { stdout } = await run(make.directory(), 'explain', 'deploy');
    expect(stdout).toContain('1 person must have approved');
  });

  test('says what a gate makes of a finding', async () => {
    const { text, id } = recorded();
    const root = make.directory({ 'portcullis.yaml': policy, 'report.json': text });
    const { stdout } = await run(root, 'explain', 'build', id.slice(0, 8), '--report', 'report.json');
    expect(stdout).toBe(`- secrets/token is high, with high confidence
- the waiver of everything in ** by Jo is about it, until 2026-03-01
- the gate shuts from critical on
So it does not shut the gate build.
`);
  });

  test.each([
    [['explain'], 'which gate should be explained?'],
    [['explain', 'biuld'], 'did you mean "build"?'],
    [['explain', 'build', 'ffffffff', '--report', 'report.json'], "there is no finding 'ffffffff'"],
    [['explain', 'build', 'ffffffff', '--report', 'nope.json'], 'there is no file nope.json'],
    [['explain', 'build', 'ffffffff'], 'there is no report of an earlier run here'],
    [['frobnicate'], "portcullis policy does not know 'frobnicate'"],
    [[], 'what should be done with the policy?'],
  ])('%j is a mistake', async (args, message) => {
    const { code, stdout } = await run(make.directory({ 'report.json': recorded().text }), ...args);
    expect([code, stdout.includes(message)]).toEqual([2, true]);
  });
});

describe('test', () => {
  const cases = (outcome: string) => `cases:
  - { name: a leak, gate: build, findings: [{ rule: secrets/x, severity: critical }], now: 2026-02-01, expect: { outcome: ${outcome} } }
  - { name: recorded, gate: build, evidence: seen/report.json, expect: { outcome: pass } }
`;

  test('runs the cases, with recorded evidence beside them', async () => {
    const root = make.directory({
      'portcullis.yaml': 'version: 1\ngates: { build: { scanners: [secrets], fail-on: critical } }\n',
    });
    writeFiles(root, { 'portcullis.test.yaml': cases('fail'), 'seen/report.json': recorded().text });
    expect(await run(root, 'test')).toEqual({ code: 0, stdout: 'ok   a leak\nok   recorded\n2 of 2 cases hold.\n' });
    writeFiles(root, { 'portcullis.test.yaml': cases('pass') });
    expect(await run(root, 'test', 'portcullis.test.yaml')).toEqual({
      code: 1,
      stdout: 'FAIL a leak\n       expected pass, got fail\nok   recorded\n1 of 2 cases hold.\n',
    });
  });

  test('without a file says so', async () => {
    const { code, stdout } = await run(make.directory(), 'test');
    expect([code, stdout.includes('portcullis.test.yaml')]).toEqual([2, true]);
  });
});

test('schema is JSON Schema', async () => {
  const { stdout } = await run(make.directory(), 'schema');
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
});
