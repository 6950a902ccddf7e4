import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import type { JsonValue } from '../../model/finding.ts';
import { findWords } from '../testing/find-words.ts';
import { readTarget } from '../testing/read-target.ts';

type Edit = { readonly file: number; readonly at: number; readonly drop: number; readonly words: readonly number[] };

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(2),
  at: fc.nat(200),
  drop: fc.nat(3),
  words: fc.array(fc.nat(12), { maxLength: 2 }),
});

/** Each state of all files, from edits that put words in and take lines out. */
function states(edits: readonly Edit[]): string[][] {
  const files = [0, 1, 2].map((file) =>
    Array.from({ length: 120 }, (_, line) => `file ${file} line ${line * 7919}${line % 9 === 0 ? '\n' : ''}`),
  );
  const made = [files.map((lines) => lines.join('\n'))];
  for (const { file, at, drop, words } of edits) {
    files[file]?.splice(at, drop, ...words.map((word) => `key = WORD<${word}>`), `edit ${made.length}`);
    made.push(files.map((lines) => lines.join('\n')));
  }
  return made;
}

function has(state: readonly string[] | undefined, word: string): boolean {
  return state?.some((text) => text.includes(word)) === true;
}

/** What is true of a word, by looking at every state. */
function truth(made: readonly string[][], word: string): { introduced: number; atHead: boolean; removed: number } {
  const introduced = made.findIndex((state) => has(state, word));
  const removed = made.findLastIndex((state, at) => at > 0 && !has(state, word) && has(made[at - 1], word));
  const atHead = has(made.at(-1), word);
  return { introduced, atHead, removed: atHead ? -1 : removed };
}

describe('looking only at fresh bytes', () => {
  it('finds every word that any version ever had, and when it came and went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 40 }), async (edits) => {
        const repository = TemporaryRepository.create();
        const made = states(edits);
        repository.import(made.map((state) => state.map((text, file) => [`src/${file}.txt`, text] as const)));
        repository.git('repack', '-adfq', '--depth=50', '--window=20');
        const ids = repository.git('rev-list', '--reverse', 'main').split('\n');
        const { opened, entries, contents } = await readTarget(
          { kind: 'history', root: repository.path },
          repository.env,
        );
        const findings = entries.flatMap((entry, at) => {
          const content = contents[at];
          return content ? findWords(entry, content, /WORD<\d+>/g) : [];
        });
        const attributed = (await opened.attribute?.(findings, new AbortController().signal)) ?? [];
        const told = new Map(
          attributed.map(({ fingerprints: [word], properties }) => [word?.value, properties?.['history'] as Story]),
        );
        repository.dispose();
        const words = new Set(made.flat().flatMap((text) => text.match(/WORD<\d+>/g) ?? []));
        expect(new Set(told.keys())).toEqual(words);
        for (const word of words) {
          const story = told.get(word);
          const seen = {
            introduced: ids.indexOf(story?.introduced?.commit ?? ''),
            atHead: story?.atHead,
            removed: ids.indexOf(story?.removed?.commit ?? ''),
          };
          expect(seen, word).toEqual(truth(made, word));
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is worth it: most bytes of deltas are not fresh', async () => {
    const repository = TemporaryRepository.create();
    const edits = Array.from({ length: 60 }, (_, at) => ({ file: 0, at: (at * 17) % 110, drop: 0, words: [] }));
    repository.import(states(edits).map((state) => state.map((text, file) => [`src/${file}.txt`, text] as const)));
    repository.git('repack', '-adfq', '--depth=50', '--window=20');
    const { contents } = await readTarget({ kind: 'history', root: repository.path }, repository.env);
    repository.dispose();
    const deltas = contents.filter((content) => content?.fresh !== undefined);
    const bytes = deltas.reduce((sum, content) => sum + (content?.bytes.length ?? 0), 0);
    const fresh = deltas.reduce(
      (sum, content) => sum + (content?.fresh ?? []).reduce((all, range) => all + range.end - range.start, 0),
      0,
    );
    expect(deltas.length).toBeGreaterThan(40);
    expect(fresh / bytes).toBeLessThan(0.4);
  });
});

interface Story {
  readonly [key: string]: JsonValue;
  readonly introduced: { readonly commit: string };
  readonly removed: { readonly commit: string };
  readonly atHead: boolean;
}
