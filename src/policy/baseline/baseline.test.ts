import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding } from '../../../test/policy/sample-evidence.ts';
import type { Finding } from '../../model/finding.ts';
import { InputError } from '../../model/input-error.ts';
import type { Baseline } from './baseline.ts';
import { createBaseline } from './create-baseline.ts';
import { matchBaseline } from './match-baseline.ts';
import { readBaseline } from './read-baseline.ts';
import { pruneBaseline, updateBaseline } from './update-baseline.ts';
import { writeBaseline } from './write-baseline.ts';

const salt = 'feedbeef';
const header = `# portcullis baseline 1\n# salt ${salt}\n`;

/** A finding that only its place identifies. */
function placed(context: string, changes: Partial<Finding> = {}): Finding {
  return finding({
    ruleId: 'sast/eval',
    scanner: 'sast',
    fingerprints: [
      { kind: 'context/v1', value: context },
      { kind: 'scope/v1', value: `scope-${context}` },
      { kind: 'location/v1', value: `at-${context}` },
    ],
    ...changes,
  });
}

const secret = (value: string, uri = 'a.ts') =>
  finding({
    fingerprints: [
      { kind: 'secret/v1', value },
      { kind: 'location/v1', value: uri },
    ],
    locations: [{ uri, startLine: 1 }],
  });

const states = (findings: readonly Finding[]) => findings.map(({ baselineState }) => baselineState);
const linesOf = (baseline: Baseline) => writeBaseline(baseline).split('\n').slice(3, -1);

describe('the file', () => {
  test('has one sorted line per identity, without position', () => {
    const baseline = createBaseline(
      [secret('bb', 'z.ts'), placed('one'), secret('aa'), placed('two'), secret('bb', 'y.ts'), placed('one')],
      salt,
    );
    expect(linesOf(baseline)).toEqual([
      'context/v1:one,scope/v1:scope-one*2  sast/eval',
      'context/v1:two,scope/v1:scope-two  sast/eval',
      'secret/v1:aa  secrets/token',
      'secret/v1:bb  secrets/token',
    ]);
  });

  test('leaves out what is suppressed otherwise or gone', () => {
    const findings = [
      secret('aa'),
      finding({ suppression: { kind: 'in-source' } }),
      finding({ baselineState: 'absent' }),
      finding({ fingerprints: [{ kind: 'location/v1', value: 'x' }] }),
    ];
    expect(createBaseline(findings, salt).entries).toHaveLength(1);
  });

  test('reads back as written, whatever is in it', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => text.trim() === text && !/\s{2}|[\t\r\n]/.test(text));
    const prose = fc.stringMatching(/^[a-z,*%#-]( ?[a-z,*%é-]){0,20}$/).filter((text) => text !== '-');
    const entry = fc.record(
      {
        fingerprints: fc.uniqueArray(
          fc.record({ kind: fc.constantFrom('context/v1', 'secret/v2', 'x.y-z/v10'), value: word }),
          {
            minLength: 1,
            maxLength: 3,
            selector: ({ kind }) => kind,
          },
        ),
        rule: word,
        count: fc.integer({ min: 1, max: 999 }),
        status: fc.constantFrom('open', 'false-positive'),
        owner: prose,
        reason: prose,
      },
      { requiredKeys: ['fingerprints', 'rule', 'count', 'status', 'owner', 'reason'] },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const unique = [...new Map(entries.map((e) => [JSON.stringify(e.fingerprints), e])).values()];
        const read = readBaseline(writeBaseline({ salt, entries: unique }), 'b');
        expect(new Set(read.entries.map((e) => JSON.stringify(e)))).toEqual(
          new Set(unique.map((e) => JSON.stringify(e))),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('takes columns by tab or by two spaces, notes of people, and line ends of Windows', () => {
    const text = `${header}\r\n# ours\r\nsecret/v1:aa\tsecrets/token\tfalse-positive\tJo Doe\ta sample  of the docs\r\nsecret/v1:bb  secrets/token  open  Jo`;
    expect(readBaseline(text, 'b').entries).toEqual([
      {
        fingerprints: [{ kind: 'secret/v1', value: 'aa' }],
        rule: 'secrets/token',
        count: 1,
        status: 'false-positive',
        owner: 'Jo Doe',
        reason: 'a sample  of the docs',
      },
      {
        fingerprints: [{ kind: 'secret/v1', value: 'bb' }],
        rule: 'secrets/token',
        count: 1,
        status: 'open',
        owner: 'Jo',
      },
    ]);
  });

  test.each([
    ['', 'b:1: the first line must be "# portcullis baseline 1"'],
    ['# portcullis baseline 2\n', 'b:1: the first line must be "# portcullis baseline 1"'],
    ['# portcullis baseline 1\n', 'b:2: the line "# salt …" is missing'],
    [`${header}# salt other\n`, 'b: there are 2 lines "# salt …"; hashes of one can not be compared with another'],
    ['<<<<<<< ours\n# portcullis baseline 1\n', 'b:1: a merge conflict is left; keep the lines of both sides'],
    [`${header}<<<<<<< ours\n`, 'b:3: a merge conflict is left; keep the lines of both sides'],
    [`${header}abcdef  secrets/token\n`, 'b:3: "abcdef" is not a list of fingerprints kind:value'],
    [`${header}secret/v1:%  secrets/token\n`, 'b:3: "secret/v1:%" is not a list of fingerprints kind:value'],
    [`${header}secret/v1:aa\n`, 'b:3: the rule is missing'],
    [`${header}secret/v1:aa  r  accepted\n`, 'b:3: "accepted" is not a status; expected open or false-positive'],
    [`${header}secret/v1:aa  r  false-positive  Jo\n`, 'b:3: a false positive needs an owner and a reason'],
    [
      `${header}x\n\ny\n`,
      'b:3: "x" is not a list of fingerprints kind:value\nb:5: "y" is not a list of fingerprints kind:value',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => readBaseline(text, 'b')).toThrow(expect.objectContaining({ code: 'invalid-baseline', message }));
  });

  test('any text is a baseline or a mistake of its author', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('secret/v1:a  r', 'a/v1:b,c/v1:d*9  r  open', '*', '  ', '\t\t'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(['baseline', 'invalid-baseline']).toContain(outcome(`${header}${lines.join('\n')}`));
      }),
    );
  });

  test('two branches that each add findings merge without a conflict', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'portcullis-baseline-'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: directory, stdio: 'pipe' });
    const commit = async (findings: readonly Finding[], message: string) => {
      await writeFile(join(directory, 'known'), writeBaseline(createBaseline(findings, salt)));
      git('add', '.');
      git('commit', '-q', '-m', message);
    };
    git('init', '-q', '-b', 'main');
    await writeFile(join(directory, '.gitattributes'), 'known merge=union\n');
    await commit([secret('mm'), placed('one')], 'base');
    git('switch', '-q', '-c', 'other');
    await commit([secret('mm'), secret('na'), placed('one'), placed('one'), placed('one')], 'theirs');
    git('switch', '-q', 'main');
    await commit([secret('mm'), secret('nb'), placed('one'), placed('one')], 'ours');
    git('merge', '-q', 'other');
    const merged = readBaseline(await readFile(join(directory, 'known'), 'utf8'), 'known');
    await rm(directory, { recursive: true });
    expect(linesOf(merged)).toEqual([
      'context/v1:one,scope/v1:scope-one*3  sast/eval',
      'secret/v1:mm  secrets/token',
      'secret/v1:na  secrets/token',
      'secret/v1:nb  secrets/token',
    ]);
  });
});

function outcome(text: string): string {
  try {
    readBaseline(text, 'b');
    return 'baseline';
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

describe('matching', () => {
  test('a secret is known wherever it stands, and another one at its place is not', () => {
    const baseline = createBaseline([secret('aa', 'a.ts')], salt);
    expect(states(matchBaseline([secret('aa', 'b.ts'), secret('aa', 'c.ts'), secret('ab', 'a.ts')], baseline))).toEqual(
      ['unchanged', 'unchanged', 'new'],
    );
  });

  test('of equal places as many are known as were counted', () => {
    const baseline = createBaseline([placed('one'), placed('one')], salt);
    expect(states(matchBaseline([placed('one'), placed('one'), placed('one')], baseline))).toEqual([
      'unchanged',
      'unchanged',
      'new',
    ]);
  });

  test('the strongest kind goes first, so that an old finding is not taken for a new one', () => {
    const old = placed('one');
    const [context, scope] = old.fingerprints;
    const other = placed('two', { fingerprints: [{ kind: 'context/v1', value: 'two' }, ...(scope ? [scope] : [])] });
    expect(context).toBeDefined();
    expect(states(matchBaseline([other, old], createBaseline([old], salt)))).toEqual(['new', 'unchanged']);
  });

  test('what is known stays in sight; only a false positive is suppressed', () => {
    const text = `${header}secret/v1:aa  secrets/token  false-positive  Jo  a sample\nsecret/v1:bb  secrets/token  open  Jo  ticket 12`;
    const [sample, known, inSource] = matchBaseline(
      [secret('aa'), secret('bb'), { ...secret('aa'), suppression: { kind: 'in-source' } }],
      readBaseline(text, 'b'),
    );
    expect(sample?.suppression).toEqual({ kind: 'baseline', owner: 'Jo', reason: 'a sample' });
    expect([known?.baselineState, known?.suppression]).toEqual(['unchanged', undefined]);
    expect(inSource?.suppression).toEqual({ kind: 'in-source' });
  });
});

describe('keeping it up to date', () => {
  const text = `${header}context/v1:one,scope/v1:scope-one  sast/eval  open  Jo  ticket 12
context/v1:gone  sast/eval  open  Ann
secret/v1:aa  secrets/token  false-positive  Jo  a sample`;
  const baseline = readBaseline(text, 'b');
  const moved = placed('new-context', {
    fingerprints: [
      { kind: 'context/v1', value: 'new-context' },
      { kind: 'scope/v1', value: 'scope-one' },
    ],
  });
  const found = [moved, secret('aa'), placed('added')];

  test('update adds, refreshes, keeps decisions and keeps what it did not see', () => {
    expect(linesOf(updateBaseline(baseline, found))).toEqual([
      'context/v1:added,scope/v1:scope-added  sast/eval',
      'context/v1:gone  sast/eval  open  Ann',
      'context/v1:new-context,scope/v1:scope-one  sast/eval  open  Jo  ticket 12',
      'secret/v1:aa  secrets/token  false-positive  Jo  a sample',
    ]);
  });

  test('prune drops what is gone, says so, and adds nothing', () => {
    const pruned = pruneBaseline(baseline, found);
    expect(linesOf(pruned.baseline)).toEqual([
      'context/v1:new-context,scope/v1:scope-one  sast/eval  open  Jo  ticket 12',
      'secret/v1:aa  secrets/token  false-positive  Jo  a sample',
    ]);
    expect(pruned.stale.map(({ owner }) => owner)).toEqual(['Ann']);
  });

  test('updating twice changes nothing', () => {
    const once = updateBaseline(baseline, found);
    expect(writeBaseline(updateBaseline(once, found))).toBe(writeBaseline(once));
  });
});
