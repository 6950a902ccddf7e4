import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../testing/temporary-repository.ts';
import { PatchParser, type PatchSection } from './patch-parser.ts';

const repository = TemporaryRepository.create();
afterAll(() => repository.dispose());

function parse(patch: Buffer, pieceBytes = patch.length + 1): readonly PatchSection[] {
  const parser = new PatchParser();
  for (let at = 0; at < patch.length; at += pieceBytes) parser.feed(patch.subarray(at, at + pieceBytes));
  return parser.sections;
}

/** Lines that a reader of patches could take for something else. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    'same',
    '@@ -1 +1 @@',
    'diff --git a/x b/x',
    '-- a/x',
    '++ b/x',
    '\\ No newline at end of file',
    'index 1..2',
  ),
  fc.constantFrom('Binary files a and b differ', '\u0001mark', '-', '+', '\0nul', 'wörter'),
  fc.string({ maxLength: 8 }),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

function linesOf(content: string): string[] {
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const each of whole) if (each === part[at]) at++;
  return at === part.length;
}

describe('PatchParser', () => {
  it('finds the lines that a change adds: what is left of the new file was in the old one', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 40 }), (before, after, pieceBytes) => {
        fc.pre(before !== after);
        const ids = [before, after].map((content) =>
          repository.gitWith({ input: content }, 'hash-object', '-w', '--stdin').toString().trim(),
        );
        const patch = repository.gitBytes('diff', '-U0', '--full-index', '--text', ...ids);
        const [section] = parse(patch, pieceBytes);
        expect(section?.ids).toEqual({ before: [ids[0]], after: ids[1] });
        const added = new Set(section?.added?.flatMap(({ start, end }) => range(start, end)));
        const kept = linesOf(after).filter((_, index) => !added.has(index + 1));
        expect(isSubsequence(kept, linesOf(before))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('tells the lines of a merge that no parent has', () => {
    const patch = [
      'diff --combined x',
      `index ${'1'.repeat(40)},${'2'.repeat(40)}..${'3'.repeat(40)}`,
      '--- a/x',
      '+++ b/x',
      '@@@ -1,1 -1,0 +1,1 @@@',
      ' +main',
      '@@@ -5,0 -4,1 +5,3 @@@ function',
      '++new',
      '+ side',
      '++evil',
      '@@@ -9,1 -8,1 +9,0 @@@',
      '--gone',
      '',
    ].join('\n');
    for (let pieceBytes = 1; pieceBytes < 20; pieceBytes++) {
      expect(parse(Buffer.from(patch), pieceBytes)).toEqual([
        {
          ids: { before: ['1'.repeat(40), '2'.repeat(40)], after: '3'.repeat(40) },
          added: [
            { start: 5, end: 5 },
            { start: 7, end: 7 },
          ],
        },
      ]);
    }
  });

  it('knows no lines of files that git compared as a whole', () => {
    const patch = `diff --git a/x b/x\nindex ${'1'.repeat(40)}..${'2'.repeat(40)} 100644\nBinary files a/x and b/x differ\n`;
    expect(parse(Buffer.from(patch))[0]?.added).toBeUndefined();
  });

  it('does not hold a line of many megabytes', () => {
    const parser = new PatchParser();
    parser.feed(Buffer.from('diff --git a/x b/x\n@@ -0,0 +1,2 @@\n+'));
    const chunk = Buffer.alloc(1_000_000, 'x');
    for (let count = 0; count < 200; count++) parser.feed(chunk);
    parser.feed(Buffer.from('\n+last\n'));
    expect(parser.sections[0]?.added).toEqual([{ start: 1, end: 2 }]);
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}
