import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBaseline } from '../src/policy/baseline/read-baseline.ts';
import { leakingScript } from './support/leak.ts';
import { portcullis } from './support/portcullis.ts';
import { scratch, writeFiles } from './support/scratch.ts';

const make = scratch();
const policy = 'version: 1\ngates: { build: { scanners: [secrets] } }\nscan: { workers: 0 }\n';
const run = (root: string, ...args: string[]) => portcullis(['baseline', ...args], { cwd: root });
const gate = (root: string) => portcullis(['gate', 'build'], { cwd: root }).code;
const read = (root: string) => readBaseline(readFileSync(join(root, '.portcullis-baseline'), 'utf8'), 'b');

describe('from the first day to the last', () => {
  test('what is known lets the gate open, what is new does not, what is gone is forgotten', () => {
    const root = make.repository({ 'portcullis.yaml': policy, 'old.sh': leakingScript(1) });
    expect(gate(root)).toBe(1);
    expect(run(root, 'create')).toMatchObject({
      code: 0,
      stdout: '.portcullis-baseline has 1 entry now; commit it.\n',
    });
    expect(gate(root)).toBe(0);

    writeFiles(root, { 'new.sh': leakingScript(2) });
    expect(gate(root)).toBe(1);
    expect(run(root, 'update').stdout).toBe('.portcullis-baseline has 2 entries now, 1 before.\n');
    expect(gate(root)).toBe(0);

    writeFiles(root, { 'old.sh': 'echo nothing here\n' });
    const { stdout } = run(root, 'prune');
    expect(stdout).toMatch(
      /^gone: secrets\/github-token secret\/v1:\S+\n\.portcullis-baseline has 1 entry now; 1 matched nothing any more\.\n$/,
    );
    expect(read(root).entries).toHaveLength(1);
  });

  test('what somebody decided stays through update', () => {
    const root = make.repository({ 'portcullis.yaml': policy, 'old.sh': leakingScript(1) });
    run(root, 'create');
    const path = join(root, '.portcullis-baseline');
    writeFiles(root, {
      '.portcullis-baseline': `${readFileSync(path, 'utf8').trimEnd()}  false-positive  Jo  a sample\n`,
    });
    run(root, 'update');
    expect(read(root).entries).toMatchObject([{ status: 'false-positive', owner: 'Jo', reason: 'a sample' }]);
  });
});

describe('mistakes', () => {
  test.each([
    [[], 'what should be done with the baseline?'],
    [['crate'], 'what should be done with the baseline?'],
    [['update'], 'there is no .portcullis-baseline'],
    [['prune'], 'there is no .portcullis-baseline'],
  ])('%j', (args, message) => {
    const { code, stderr } = run(make.directory({ 'a.txt': 'x', 'portcullis.yaml': policy }), ...args);
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });

  test('a baseline that is there is not replaced unasked', () => {
    const root = make.repository({ 'a.sh': leakingScript(1), 'portcullis.yaml': policy });
    run(root, 'create');
    expect(run(root, 'create').code).toBe(2);
    expect(run(root, 'create', '--force').code).toBe(0);
  });

  test('a link out of the repository is not written through', () => {
    const outside = make.directory();
    const root = make.directory({ 'a.txt': 'x', 'portcullis.yaml': `${policy}baseline: ci/known\n` });
    symlinkSync(outside, join(root, 'ci'));
    const { code, stderr } = run(root, 'create');
    expect([code, stderr.includes('leads out of the repository')]).toEqual([2, true]);
  });
});

describe('from another scanner', () => {
  test('what it knew lets the gate open, what it did not know keeps it shut', () => {
    const token = leakingScript(1).trim().replace(/.*=/, '');
    const hashed_secret = createHash('sha1').update(token).digest('hex');
    const known = {
      version: '1.5.0',
      results: { 'old.sh': [{ type: 'GitHub Token', hashed_secret, line_number: 9 }] },
    };
    const root = make.repository({
      'portcullis.yaml': policy,
      'old.sh': leakingScript(1),
      '.secrets.baseline': JSON.stringify(known),
      '.gitleaksignore': 'gone.sh:jwt:1\n',
    });
    expect(gate(root)).toBe(1);
    expect(run(root, 'import', '.secrets.baseline')).toMatchObject({
      code: 0,
      stdout: '.portcullis-baseline has 1 entry now; 1 of 1 in .secrets.baseline found again.\n',
    });
    expect(gate(root)).toBe(0);
    expect(run(root, 'import', '.gitleaksignore').stdout).toContain('not found: gone.sh:1 jwt\n');
    writeFiles(root, { 'new.sh': leakingScript(2) });
    expect(gate(root)).toBe(1);
    expect(run(root, 'prune').stdout).toContain('gone: jwt imported/v1:gone.sh:1');
    expect(run(root, 'import', 'none.json').code).toBe(2);
    expect(run(root, 'import').stderr).toContain('what should be imported?');
  });
});
