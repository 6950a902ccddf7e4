import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanners } from '../../../test/policy/sample-evidence.ts';
import { InputError } from '../../model/input-error.ts';
import { parsePolicy } from './parse-policy.ts';

/** The mistakes that are found, without the file's name. */
async function mistakes(text: string): Promise<string[]> {
  try {
    await parsePolicy(text, 'p', scanners);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n').map((line) => line.replace(/^p:/, ''));
    throw error;
  }
}

const gate = (keys: string) => `version: 1\ngates:\n  build:\n${keys.replace(/^/gm, '    ')}`;
const waiver = (keys: string) => `version: 1\nwaivers:\n  - ${keys.replace(/\n/g, '\n    ')}`;
const complete = 'owner: Jo\nreason: sample\nexpires: 2027-01-31';

describe('a mistake is told with its place and what was meant', () => {
  test.each([
    ['version: 1\ngate: {}', ['2:1: unknown key "gate"; did you mean "gates"?']],
    ['version: 2', ['1:10: version: expected 1, not "2"']],
    ['gates: {}', ['1:1: version: is missing']],
    ['- a', ['1:1: expected a mapping, not a list']],
    [gate('scaners: [secrets]'), ['4:5: gates.build: unknown key "scaners"; did you mean "scanners"?']],
    [
      gate('scanners: [secret]'),
      ['4:16: gates.build.scanners.0: expected secrets, sast, iac or sca, not "secret"; did you mean "secrets"?'],
    ],
    [gate('scanners: secrets'), ['4:15: gates.build.scanners: expected a list, not "secrets"']],
    [
      gate('fail-on: hihg'),
      [
        '4:14: gates.build.fail-on: expected info, low, medium, high, critical, never or a mapping, not "hihg"; did you mean "high"?',
      ],
    ],
    [
      gate('fail-on: { severity: high, new_only: true }'),
      ['4:32: gates.build.fail-on: unknown key "new_only"; did you mean "new-only"?'],
    ],
    [
      gate('fail-on: { confidence: sure }'),
      [
        '4:14: gates.build.fail-on.severity: is missing',
        '4:28: gates.build.fail-on.confidence: expected low, medium, high or proven, not "sure"',
      ],
    ],
    [
      gate('fail-on: [high]'),
      ['4:14: gates.build.fail-on: expected info, low, medium, high, critical, never or a mapping, not a list'],
    ],
    [
      gate('overrides: { secrts: high }'),
      ['4:18: gates.build.overrides: unknown key "secrts"; did you mean "secrets"?'],
    ],
    [
      gate('rules: { secrets/x: of }'),
      [
        '4:25: gates.build.rules.secrets/x: expected info, low, medium, high, critical or off, not "of"; did you mean "off"?',
      ],
    ],
    [
      gate('rules: { secret/x: off }'),
      ['4:14: gates.build.rules: "secret/x" there is no scanner "secret"; did you mean "secrets"?'],
    ],
    [
      gate('budget: 1 second'),
      ['4:13: gates.build.budget: is not a duration; write for example 500ms, 1s, 5m, 2h or 7d'],
    ],
    [gate('approvals: { quorum: 0 }'), ['4:26: gates.build.approvals.quorum: Too small: expected number to be >=1']],
    [
      gate('windows: [{ days: [monday], from: "9:00", to: "17:00", timezone: Berlin }]'),
      [
        '4:24: gates.build.windows.0.days.0: expected mon, tue, wed, thu, fri, sat or sun, not "monday"; did you mean "mon"?',
        '4:39: gates.build.windows.0.from: is not a time of day; write HH:MM, for example 09:00',
        '4:70: gates.build.windows.0.timezone: is not a time zone; write an IANA name, for example Europe/Berlin',
      ],
    ],
    [
      gate('freezes: [{ from: 2027-02-30, to: 2027-03-01T10:00Z, reason: x }]'),
      ['4:23: gates.build.freezes.0.from: is not a time; write for example 2027-12-24T18:00:00Z'],
    ],
    [gate('unknowns: { too-big: note }'), ['4:17: gates.build.unknowns: unknown key "too-big"']],
    [
      gate('verify: [signatures]'),
      [
        '4:14: gates.build.verify.0: expected signature, provenance, sbom, digest or receipts, not "signatures"; did you mean "signature"?',
      ],
    ],
    [
      gate('commands: [{ name: lint, run: 5 }]'),
      ['4:35: gates.build.commands.0.run: expected a text or a list, not "5"'],
    ],
    [
      gate('commands: [{ name: lint, run: x, files: "{a" }]'),
      ['4:45: gates.build.commands.0.files: is not a pattern: a "{" is never closed'],
    ],
    [
      'version: 1\ngates: { Build: {} }',
      ['2:10: gates: "Build" is not a gate name: lower-case letters, digits and "-"'],
    ],
    [
      waiver(`rule: secrets/x\n${complete.replace('2027-01-31', '2027-02-31')}`),
      ['6:14: waivers.0.expires: is not a date; write YYYY-MM-DD, for example 2027-01-31'],
    ],
    [
      waiver(`rule: secrets/x\n${complete.replace('2027-01-31', 'never')}`),
      ['6:14: waivers.0.expires: is not a date; write YYYY-MM-DD, for example 2027-01-31'],
    ],
    [waiver('rule: secrets/x\nowner: Jo'), ['3:5: waivers.0.reason: is missing', '3:5: waivers.0.expires: is missing']],
    [waiver(complete), ['3:5: waivers.0: must say what it is for: rule, path, fingerprint or secret']],
    [waiver(`path: "[a"\n${complete}`), ['3:11: waivers.0.path: is not a pattern: a "[" is never closed']],
    [waiver(`path: [ok, "{"]\n${complete}`), ['3:16: waivers.0.path.1: is not a pattern: a "{" is never closed']],
    [waiver(`path: []\n${complete}`), ['3:11: waivers.0.path: Too small: expected array to have >=1 items']],
    [waiver(`rule: x\nowner: " "\nreason: r\nexpires: 2027-01-01`), ['4:12: waivers.0.owner: must not be empty']],
    ['version: 1\nbaseline: ../../etc/passwd', ['2:11: baseline: must be a path inside the repository']],
    ['version: 1\nscan: { max-file-size: 10 }', ['2:24: scan.max-file-size: expected a text, not "10"']],
    ['version: 1\nscanners: { secret: {} }', ['2:13: scanners: unknown key "secret"; did you mean "secrets"?']],
    ['version: 1\nsalt: short', ['2:7: salt: Too small: expected string to have >=8 characters']],
  ])('%s', async (text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });
});

describe('a condition is checked when the policy is read', () => {
  test.each([
    ['findings.', 'Expected IDENTIFIER, got EOF'],
    ["findings.exists(f, f.sevrity == 'high')", 'No such key: sevrity at "sevrity'],
    ['finding.exists(f, f.new)', 'Unknown variable: finding'],
    ['size(findings)', 'gives int, not bool'],
    ['findings.exists(f, f.severity > 3)', 'no such overload: string > int'],
    [
      'findings.all(a, findings.all(b, findings.all(c, findings.all(d, true))))',
      'walks through lists more than 3 deep',
    ],
    ["cel.bind(x, 'a', x == 'a')", 'cel.bind is not available here'],
  ])('%s', async (expression, message) => {
    const [found] = await mistakes(gate(`conditions: [{ require: ${JSON.stringify(expression)} }]`));
    expect(found).toContain('4:29: gates.build.conditions.0.require: ');
    expect(found).toContain(message);
  });

  test('and says which of the two it is', async () => {
    expect(await mistakes(gate('conditions: ["true"]'))).toEqual([
      '4:18: gates.build.conditions.0: expected a mapping, not "true"',
    ]);
    expect(await mistakes(gate('conditions: [{ when: "true" }]'))).toHaveLength(2);
  });
});

describe('YAML that is refused', () => {
  test.each([
    ['a key twice', 'version: 1\ngates: {}\ngates: {}', '3:1: this key is there twice'],
    ['two documents', 'version: 1\n---\nversion: 1', '2:1: only one document is expected; remove "---"'],
    ['a tag', 'version: 1\nsalt: !!js/function "x"', '2:7: Unresolved tag: tag:yaml.org,2002:js/function'],
    [
      'an anchor that is not there',
      'version: 1\nsalt: *x',
      ' Unresolved alias (the anchor must be set before the alias): x',
    ],
    ['broken nesting', 'version: 1\n gates: {}', '1:10: Nested mappings are not allowed in compact mappings'],
    ['an open bracket', 'version: 1\ngates: {', '2:9: Flow map in block collection'],
  ])('%s', async (_, text, message) => {
    const found = await mistakes(text);
    expect(found.some((line) => line.startsWith(message))).toBe(true);
  });

  test('aliases that multiply', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) =>
        `${'abcdefghi'[index + 1]}: &${'abcdefghi'[index + 1]} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`,
    );
    expect(await mistakes(`a: &a [x,x,x,x,x,x,x,x,x]\n${levels.slice(0, 8).join('\n')}`)).toEqual([
      ' Excessive alias count indicates a resource exhaustion attack',
    ]);
  });

  test('keys without end', async () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `k${index}`).join(',');
    expect(await mistakes(`{version: 1, ${keys}}`)).toHaveLength(21);
    expect(await mistakes(`{version: 1, ${keys}, k1}`)).toEqual([
      expect.stringMatching(/^1:\d{6}: this key is there twice$/),
    ]);
  });

  test('nesting that would exhaust the stack', async () => {
    const [flow] = await mistakes('['.repeat(20_000));
    expect(flow).toBeDefined();
    expect(await mistakes(`version: 1\ngates: ${'- '.repeat(20_000)}`)).not.toEqual([]);
  });

  test.each(['', '\n', '# only a comment\n', '---\n', 'null'])('nothing: %j', async (text) => {
    await expect(parsePolicy(text, 'p', scanners)).rejects.toMatchObject({ code: 'empty-policy' });
  });
});

test('many mistakes are cut', async () => {
  const keys = Array.from({ length: 50 }, (_, index) => `key${index}: 1`).join('\n');
  const found = await mistakes(`version: 1\n${keys}`);
  expect(found).toHaveLength(21);
  expect(found.at(-1)).toContain('and 30 more');
});

test('what reads well is given as written', async () => {
  const text = 'version: 1\ngates: { build: { fail-on: { severity: low } } }';
  expect(await parsePolicy(text, 'p', scanners)).toEqual({
    version: 1,
    gates: { build: { 'fail-on': { severity: 'low' } } },
  });
});

test('any text is a policy or a mistake of its author', async () => {
  const word = fc.constantFrom(
    'version',
    'gates',
    'build',
    'scanners',
    '1',
    '__proto__',
    'constructor',
    'waivers',
    '*a',
    '&a',
    '<<',
    '!!map',
    '? ',
  );
  const mark = fc.constantFrom(': ', '\n', '\n  ', '- ', '[', ']', '{', '}', ', ', '"', "'", '|\n', '#');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(word, mark, fc.string({ maxLength: 4 })), { maxLength: 30 }), async (parts) => {
      expect(Array.isArray(await mistakes(parts.join('')))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
