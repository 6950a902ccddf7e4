import * as fc from 'fast-check';
import { RE2JS, RE2JSSyntaxException } from 're2js';
import { describe, expect, it } from 'vitest';
import { ByteString } from './byte-string.ts';
import type { ByteMatch } from './linear-engine.ts';
import { Re2SyntaxError } from './re2-syntax-error.ts';
import { Re2Search } from './re2-search.ts';
import { Re2 } from './re2.ts';
import { RuneText } from './rune-text.ts';

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/** What re2js finds, under Go's rule that an empty match right after a match does not count. */
function findByRe2js(source: string, bytes: string): ByteMatch[] {
  const runes = new RuneText(bytes);
  const matcher = RE2JS.compile(source).matcher(runes.text);
  const found: ByteMatch[] = [];
  let previousEnd = -1;
  for (let from = 0; from <= runes.text.length && matcher.find(from);) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start || start !== previousEnd)
      found.push({ start: runes.byteOffset(start), end: runes.byteOffset(end) });
    previousEnd = end;
    from = end > start ? end : end + ((runes.text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return found;
}

function accepts(compile: () => unknown): boolean {
  try {
    compile();
    return true;
  } catch (error) {
    if (error instanceof Re2SyntaxError || error instanceof RE2JSSyntaxException) return false;
    throw error;
  }
}

const atoms = [
  'a',
  'b',
  'k',
  's',
  'K',
  'ab',
  'key',
  '.',
  '\\n',
  'é',
  '漢',
  '\\x{1F600}',
  '\\x41',
  '\\.',
  '-',
  '[ab]',
  '[^a]',
  '[a-f0-9]',
  '[[:alpha:]]',
  '[^[:space:]b]',
  '[é-ü]',
  '[\\w.-]',
  '[^\\x00-\\x7f]',
  '[\\]a]',
  '\\d',
  '\\D',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\p{L}',
  '\\pN',
  '\\P{Lu}',
  '\\p{Greek}',
  '\\p{Han}',
  '\\p{^L}',

  '^',
  '$',
  '\\A',
  '\\z',
  '\\b',
  '\\B',
  '(?m:^)',
  '(?m:$)',
  '(?s:.)',
  '(?i:s)',
  '(?i:k)',
  '(?i:é)',
  '',
  '\\Qa.b\\E',
];
const atom = fc.constantFrom(...atoms);
const repeat = fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{0,2}', '{1,}', '{1,3}?', '{0}');
const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('part'),
    fc.array(tie('part'), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('|')),
  ),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: atom },
    fc.tuple(atom, repeat).map(([body, times]) => `(?:${body})${times}`),
    fc
      .tuple(
        fc.constantFrom('(', '(?:', '(?i:', '(?s:', '(?m:', '(?U:', '(?P<n>'),
        tie('expression'),
        fc.option(repeat),
      )
      .map(([open, body, times]) => `${open}${body})${times ?? ''}`),
  ),
}));
const flagged = fc.tuple(fc.constantFrom('', '', '(?i)', '(?s)', '(?m)', '(?U)', '(?ims)'), expression).map((parts) => {
  // A name may stand only once.
  let count = 0;
  return parts.join('').replaceAll('?P<n>', () => `?P<n${count++}>`);
});
const runes = [
  'a',
  'b',
  'A',
  'k',
  's',
  'K',
  'S',
  'ab',
  'key',
  'kEY',
  '0',
  '7',
  ' ',
  '\n',
  '\t',
  '_',
  '.',
  '-',
  ']',
  'a.b',
  'é',
  'É',
  'ü',
  '漢',
  'λ',
  '\u{1f600}',
  'ſ',
  '\u212a',
  '\ufffd',
  '\u00a0',
  '\u2028',
].map(bytesOf);
const strays = [
  '\xff',
  '\xc3',
  '\xe6\xbc',
  '\xed\xa0\x80',
  '\xf0\x9f\x98',
  '\x80',
  '\xc0\xaf',
  '\xf4\x90\x80\x80',
  '\0',
];
const piece = fc.constantFrom(...runes, ...strays);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const run = { numRuns: 200, seed: 7 };

describe('an expression', () => {
  it('finds the matches that re2js finds, whichever engine does the work', () => {
    fc.assert(
      fc.property(flagged, text, (source, bytes) => {
        expect([...new Re2(source).findAll(bytes)]).toEqual(findByRe2js(source, bytes));
      }),
      run,
    );
  });

  it('has the groups of re2js', () => {
    fc.assert(
      fc.property(flagged, text, (source, bytes) => {
        const runes = new RuneText(bytes);
        const matcher = RE2JS.compile(source).matcher(runes.text);
        const regex = new Re2(source);
        const wanted = matcher.find()
          ? Array.from({ length: regex.groups + 1 }, (_, group) =>
              matcher.start(group) < 0
                ? undefined
                : { start: runes.byteOffset(matcher.start(group)), end: runes.byteOffset(matcher.end(group)) },
            )
          : undefined;
        expect(regex.submatches(bytes)).toEqual(wanted);
      }),
      run,
    );
  });

  it('is refused exactly when re2js refuses it', () => {
    const junk = fc.array(fc.constantFrom(...'ab()[]{}*+?|^$\\.-:<>P=!iQEx0129,d'.split('')), { maxLength: 12 });
    fc.assert(
      fc.property(
        junk.map((characters) => characters.join('')),
        (source) => {
          expect(accepts(() => new Re2(source))).toBe(accepts(() => RE2JS.compile(source)));
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each(['Thai', 'Yi', 'Lao', 'Han', 'Nko', 'Vai', 'Miao', 'SignWriting', 'Old_Persian', 'lu', 'Ll', 'Any'])(
    'knows the class %s',
    (name) => {
      expect(new Re2(`\\p{${name}}`).groups).toBe(0);
    },
  );

  it.each(['Hani', 'Latn', 'Zzzz', 'Nonsense', 'gc=L', ''])('knows no class %s', (name) => {
    expect(() => new Re2(`\\p{${name}}`)).toThrow(Re2SyntaxError);
  });
});

describe('many expressions at once', () => {
  it('find what each finds alone', () => {
    fc.assert(
      fc.property(fc.array(flagged, { minLength: 1, maxLength: 5 }), text, (sources, bytes) => {
        const regexes = sources.map((source) => new Re2(source));
        const search = new Re2Search(regexes.map((regex) => ({ regex, words: [] })));
        const found = search.search(ByteString.ofText(bytes), () => true);
        for (const [index, regex] of regexes.entries()) {
          const matches = found.find((each) => each.expression === index)?.matches ?? [];
          expect([sources[index], ...matches]).toEqual([sources[index], ...regex.findAll(bytes)]);
        }
      }),
      { ...run, numRuns: 100 },
    );
  });

  it.each(['(?i)secret\\w', '(?i)token=k{3}'])('see letters that only folding makes equal: %s', (source) => {
    const content = ByteString.ofText(bytesOf('a ſecretx to\u212aen=kK\u212a b'));
    const search = new Re2Search([{ regex: new Re2(source), words: [] }]);
    expect(search.search(content, () => true)).toHaveLength(1);
  });
});

describe('a hostile expression', () => {
  it.each([
    '(a*)*$',
    '(a|aa)+$',
    '(?:a?){500}a{500}',
    '(.*)(.*)(.*)(.*)(.*)x',
    '(?:x+x+)+y',
    '(\\w+\\s?)*!',
    '(?:a{1,1000})b',
  ])('ends within bounds: %s', (source) => {
    const regex = new Re2(source);
    const bytes = 'a'.repeat(1500) + 'x '.repeat(300);
    expect([...regex.findAll(bytes)]).toEqual(findByRe2js(source, bytes));
  });

  it.each(['a{1001}', '((a{100}){100}){100}', '(?:(?:a{1000}){1000})', `${'('.repeat(2000)}a${')'.repeat(2000)}`])(
    'that is too large is refused (%#)',
    (source) => {
      expect(() => new Re2(source)).toThrow(Re2SyntaxError);
    },
  );
});
