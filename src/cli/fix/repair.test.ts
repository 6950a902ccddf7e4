import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SourceText } from '../../lib/text/source-text.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import { EditableFiles } from './editable-files.ts';
import { repair } from './repair.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fix-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

type Found = Pick<Evidence, 'findings' | 'unknowns'>;
const path = () => join(root, 'a.txt');
const text = () => readFileSync(path(), 'utf8');

/** Finds each word that begins with `bad`; `fixWith` says what the fix puts there. */
async function look(fixWith: (word: string) => string): Promise<Found> {
  const source = new SourceText('a.txt', text());
  const findings = [...source.text.matchAll(/bad\w*/g)].map(({ 0: word, index }): Finding => {
    const [from, to] = [source.position(index), source.position(index + word.length)];
    const location = {
      uri: 'a.txt',
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
    const fix: Fix = { description: 'say good', safe: true, edits: [{ location, text: fixWith(word) }] };
    return {
      ruleId: 'test/bad',
      scanner: 'test',
      message: word,
      severity: 'low',
      confidence: 'high',
      locations: [location],
      fingerprints: [{ kind: 'test/v1', value: word }],
      fixes: [fix],
    };
  });
  return await Promise.resolve({ findings, unknowns: [] });
}

const all = (found: Found) =>
  found.findings.flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })));

async function run(fixWith: (word: string) => string) {
  return await repair(new EditableFiles(root), async () => await look(fixWith), all);
}

test('applies what helps, keeps line ends and the mode', async () => {
  writeFileSync(path(), 'one badA two\r\nbadB\r\n');
  chmodSync(path(), 0o640);
  const { applied, left } = await run((word) => (word === 'badA' ? 'good\nlines' : 'good'));
  expect(text()).toBe('one good\r\nlines two\r\ngood\r\n');
  expect(statSync(path()).mode & 0o777).toBe(0o640);
  expect([applied.length, left.findings.length]).toEqual([2, 0]);
});

test('takes back what does not help, and keeps the rest', async () => {
  writeFileSync(path(), 'badA badB badC');
  const { applied, refused } = await run((word) => (word === 'badB' ? 'badNew' : 'good'));
  expect(text()).toBe('good badB good');
  expect([applied.length, refused.map(({ finding }) => finding.message)]).toEqual([2, ['badB']]);
});

test('one that does not help among many keeps none of the others from being applied', async () => {
  const words = Array.from({ length: 40 }, (_, index) => `bad${String.fromCodePoint(65 + (index % 26))}${index}`);
  writeFileSync(path(), words.join(' '));
  const { applied, refused } = await run((word) => (word === words[33] ? 'badNew' : 'good'));
  expect(text()).toBe(words.map((word, index) => (index === 33 ? word : 'good')).join(' '));
  expect([applied.length, refused.length]).toEqual([39, 1]);
});

test('a second run changes nothing', async () => {
  writeFileSync(path(), 'badA');
  await run(() => 'good');
  const { applied } = await run(() => 'good');
  expect([applied, text()]).toEqual([[], 'good']);
});

test('links and files that are not UTF-8 are not edited', async () => {
  writeFileSync(path(), Buffer.from([0xff, 0x20, ...Buffer.from('badA')]));
  expect((await run(() => 'good')).applied).toEqual([]);
  rmSync(path());
  writeFileSync(join(root, 'b.txt'), 'badA');
  symlinkSync('b.txt', path());
  expect((await run(() => 'good')).applied).toEqual([]);
  expect(text()).toBe('badA');
});
