import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding } from '../../../../test/policy/sample-evidence.ts';
import { InputError } from '../../../model/input-error.ts';
import { readBaseline } from '../read-baseline.ts';
import { writeBaseline } from '../write-baseline.ts';
import { holdsSecret } from './holds-secret.ts';
import { importLeaks } from './import-leaks.ts';
import { readKnownLeaks } from './read-known-leaks.ts';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const commit = 'ab'.repeat(20);
const empty = { salt: 'feedbeef', entries: [] };

const lines: Record<string, readonly string[]> = {
  'a.env': ['KEY="first-value"', 'KEY=second-value', 'two = first-value, third-value'],
};
const settings = {
  lineAt: ({ uri, startLine }: { uri: string; startLine?: number }) => lines[uri]?.[(startLine ?? 0) - 1],
  foreignRule: (ruleId: string) => ruleId.replace('secrets/', ''),
  source: 'known.json',
};
const found = (value: string, startLine: number, ruleId = 'secrets/key', at?: string) =>
  finding({
    ruleId,
    scanner: 'secrets',
    fingerprints: [{ kind: 'secret/v1', value }],
    locations: [{ uri: 'a.env', startLine, ...(at !== undefined && { commit: at }) }],
  });

function refusal(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('reading', () => {
  test('an ignore file', () => {
    const text = `# accepted\n\n a/b.ts:jwt:7 \r\n${commit.toUpperCase()}:.\\a\\c.ts:key:0\n`;
    expect(readKnownLeaks(text, 'f')).toEqual([
      { file: 'a/b.ts', line: 7, rule: 'jwt', falsePositive: false },
      { file: 'a/c.ts', commit, rule: 'key', falsePositive: false },
    ]);
  });

  test('a report, whose redacted values have no hash', () => {
    const leak = (Secret: string) => ({
      RuleID: 'jwt',
      File: './a',
      StartLine: 2,
      Commit: '',
      Match: `x ${Secret}`,
      Secret,
    });
    expect(readKnownLeaks(JSON.stringify([leak('value'), leak('REDACTED'), leak('val...')]), 'f')).toEqual([
      { file: 'a', line: 2, rule: 'jwt', sha1: sha1('value'), falsePositive: false },
      { file: 'a', line: 2, rule: 'jwt', falsePositive: false },
      { file: 'a', line: 2, rule: 'jwt', falsePositive: false },
    ]);
    expect(readKnownLeaks('null\n', 'f')).toEqual([]);
  });

  test('a baseline of detect-secrets', () => {
    const secret = { type: 'Secret Keyword', hashed_secret: sha1('x'), line_number: 3, is_verified: false };
    const text = JSON.stringify({ version: '1.5.0', results: { 'a.py': [secret, { ...secret, is_secret: false }] } });
    expect(readKnownLeaks(text, 'f')).toEqual([
      { file: 'a.py', line: 3, rule: 'Secret Keyword', sha1: sha1('x'), falsePositive: false },
      { file: 'a.py', line: 3, rule: 'Secret Keyword', sha1: sha1('x'), falsePositive: true },
    ]);
  });

  test.each([
    ['a.ts:jwt', 'f:1: this is no fingerprint'],
    ['[{', 'f is not JSON'],
    ['[{"RuleID": 5}]', 'f is not a JSON report of gitleaks: 0.RuleID'],
    ['{"results": {"a": [{"type": "x", "hashed_secret": "short"}]}}', 'results.a.0.hashed_secret'],
    ['{}', 'f is not a baseline of detect-secrets: results'],
  ])('refuses %s', (text, message) => {
    expect(() => readKnownLeaks(text, 'f')).toThrow(message);
  });

  test('foreign bytes are read or refused', () => {
    const piece = fc.oneof(fc.string(), fc.json(), fc.constantFrom('{"results":', '[', ':', '\n', 'a:b:1', commit));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        expect(refusal(() => readKnownLeaks(pieces.join(''), 'f')) ?? new InputError('import', '')).toBeInstanceOf(
          InputError,
        );
      }),
    );
  });
});

describe('matching', () => {
  const run = (text: string, findings: Parameters<typeof importLeaks>[2]) =>
    importLeaks(empty, readKnownLeaks(text, 'f'), findings, settings);
  const hashed = (value: string, is_secret?: boolean) =>
    JSON.stringify({
      results: { 'a.env': [{ type: 'Keyword', hashed_secret: sha1(value), line_number: 1, is_secret }] },
    });

  test('by hash wherever the value stands in the file, and never another value of the same line', () => {
    const { baseline, matched } = run(hashed('second-value'), [found('aa', 1), found('bb', 2)]);
    expect(matched).toBe(1);
    expect(baseline.entries).toMatchObject([{ fingerprints: [{ value: 'bb' }], status: 'open', owner: 'known.json' }]);
    expect(run(hashed('other-value'), [found('aa', 1)]).matched).toBe(0);
  });

  test('what was audited as no secret is a false positive', () => {
    expect(run(hashed('first-value', false), [found('aa', 1)]).baseline.entries).toMatchObject([
      { status: 'false-positive', owner: 'known.json' },
    ]);
  });

  test('by place without a hash, and by rule when there are several', () => {
    expect(run('a.env:other:2', [found('aa', 2)]).matched).toBe(1);
    expect(run('a.env:other:3', [found('aa', 2)]).matched).toBe(0);
    const two = [found('aa', 3), found('bb', 3, 'secrets/jwt')];
    expect(run('a.env:jwt:3', two).baseline.entries).toMatchObject([{ fingerprints: [{ value: 'bb' }] }]);
    expect(run('a.env:none:3', two).matched).toBe(0);
  });

  test('a commit counts only there', () => {
    expect(run(`${commit}:a.env:key:2`, [found('aa', 2)]).matched).toBe(0);
    expect(run(`${commit}:a.env:key:2`, [found('aa', 2, 'secrets/key', commit)]).matched).toBe(1);
  });

  test('what is not found stays in the file, and importing again changes nothing', () => {
    const text = 'a.env:key:2\ngone, too.env:key:9\n';
    const first = run(text, [found('aa', 2)]);
    expect(first.unmatched).toHaveLength(1);
    expect(first.baseline.entries).toHaveLength(2);
    const written = writeBaseline(first.baseline);
    const read = readBaseline(written, 'b');
    const again = importLeaks(read, readKnownLeaks(text, 'f'), [found('aa', 2)], settings);
    expect(writeBaseline(again.baseline)).toBe(written);
  });
});

describe('a value in a line', () => {
  test('is found between whatever delimits it', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9+._-]{6,30}={0,2}$/);
    const around = fc.constantFrom('"', "'", ' ', '=', ':', ' = "', '://u:', '@', ';', '`', ', ');
    fc.assert(
      fc.property(value, around, around, (secret, before, after) => {
        expect(holdsSecret(`key${before}${secret}${after}rest`, sha1(secret))).toBe(true);
        expect(holdsSecret(`key${before}x${secret}${after}rest`, sha1(secret))).toBe(false);
      }),
    );
  });
});
