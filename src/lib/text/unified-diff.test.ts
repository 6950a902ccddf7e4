import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { applySplices, overlap, type Splice } from './splice.ts';
import { unifiedDiff } from './unified-diff.ts';

test('shows what changes with three lines around', () => {
  const text = 'one\ntwo\nthree\nfour\nfive\nsix\n';
  expect(unifiedDiff('a.yml', text, [{ start: 14, end: 18, text: '4' }])).toBe(
    '--- a/a.yml\n+++ b/a.yml\n@@ -1,6 +1,6 @@\n one\n two\n three\n-four\n+4\n five\n six\n',
  );
});

test('what changes nothing is not shown', () => {
  const text = 'a\n'.repeat(9);
  const diff = unifiedDiff('f', text, [
    { start: 16, end: 16, text: '' },
    { start: 0, end: 0, text: '\n' },
  ]);
  expect(diff).toBe('--- a/f\n+++ b/f\n@@ -1,4 +1,5 @@\n+\n a\n a\n a\n a\n');
});

test('git applies it, whatever the splices', () => {
  const directory = mkdtempSync(join(tmpdir(), 'diff-'));
  const lines = array(constantFrom('a', 'bb', '', 'ccc: d'), { minLength: 1, maxLength: 40 });
  const places = array(tuple(nat(200), nat(8), constantFrom('', 'x', 'new\nlines\n', '\n')), {
    minLength: 1,
    maxLength: 4,
  });
  assert(
    property(lines, places, (words, given) => {
      const text = `${words.join('\n')}\n`;
      const splices = separate(
        given.map(([start, length, put]) => within({ start, end: start + length, text: put }, text)),
      );
      const after = applySplices(text, splices);
      const diff = unifiedDiff('f', text, splices);
      if (after === text || after === '') return;
      writeFileSync(join(directory, 'f'), text);
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: directory, input: diff });
      expect(readFileSync(join(directory, 'f'), 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
  rmSync(directory, { recursive: true });
});

function within(splice: Splice, text: string): Splice {
  const start = Math.min(splice.start, text.length - 1);
  return { ...splice, start, end: Math.min(splice.end, text.length - 1, Math.max(start, splice.end)) };
}

function separate(splices: readonly Splice[]): readonly Splice[] {
  const kept: Splice[] = [];
  for (const splice of splices) {
    if (splice.end >= splice.start && !kept.some((other) => overlap(other, splice))) kept.push(splice);
  }
  return kept;
}
