import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from './matcher.ts';
import type { Literal, Pattern, PatternMatch } from './pattern.ts';

/** What the matcher must find: each expression run over all of the text. */
function naive(patterns: readonly Pattern[], text: string): PatternMatch[] {
  const found = patterns.flatMap((pattern, index) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}dg`))].map((match) => ({
      pattern: index,
      start: match.index,
      end: match.index + match[0].length,
      groups: [...(match.indices ?? [])],
    })),
  );
  return found.sort((a, b) => a.start - b.start || a.pattern - b.pattern);
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const literal = (text: string, caseless = false): Literal => ({ text, caseless });

/** A small alphabet makes overlaps, near misses and adjacent matches likely. */
const letters = fc.constantFrom('a', 'b', 'B', '_', '\n', '\u00e9', '\u0000');
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '_'), minLength: 3, maxLength: 6 });
const part = fc.record({
  set: fc.constantFrom('[ab]', '[^\\n]', 'a', '\\w', '(?:B?)'),
  least: fc.nat(2),
  more: fc.nat(6),
});
const after = fc.constantFrom('', '(?![a_])', '\\b', '(?=[^]{0,3}b)', '$', '(?!b{2,5}a)');
const before = fc.constantFrom('', '(?<![a_])', '\\b', '(?<=b[^]{0,5})', '^');

const pattern = fc
  .record({ word, part, lead: part, before, after, caseless: fc.boolean(), unbounded: fc.boolean() })
  .map(({ word, part, lead, before, after, caseless, unbounded }): Pattern => {
    const head = `${lead.set}{${lead.least},${lead.least + lead.more}}`;
    const tail = unbounded ? `${part.set}*` : `${part.set}{${part.least},${part.least + part.more}}`;
    const most = lead.least + lead.more;
    return {
      source: `${before}(${head})${word}(?<tail>${tail})${after}`,
      flags: caseless ? 'im' : 'm',
      literals: [literal(caseless ? word.toLowerCase() : word, caseless)],
      lead: most,
      maxLength: unbounded ? Infinity : most + word.length + part.least + part.more,
    };
  });

const text = fc
  .array(fc.oneof(fc.string({ unit: letters, maxLength: 40 }), word), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('createMatcher', () => {
  test('finds what every expression finds in the whole text', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 5 }), text, (patterns, text) => {
        expect(createMatcher(patterns).scan(bytesOf(text))).toEqual(naive(patterns, text));
      }),
      { numRuns: 400 },
    );
  });

  test('finds what every expression finds when texts contain the literals', () => {
    const rich = fc.array(pattern, { minLength: 1, maxLength: 3 }).chain((patterns) =>
      fc.record({
        patterns: fc.constant(patterns),
        text: fc
          .array(
            fc.oneof(
              fc.string({ unit: letters, maxLength: 12 }),
              fc.constantFrom(...patterns.map((p) => p.literals[0]?.text ?? '')),
            ),
            {
              maxLength: 40,
            },
          )
          .map((parts) => parts.join('')),
      }),
    );
    fc.assert(
      fc.property(rich, ({ patterns, text }) => {
        expect(createMatcher(patterns).scan(bytesOf(text))).toEqual(naive(patterns, text));
      }),
      { numRuns: 400 },
    );
  });

  test('finds literals of any bytes wherever they stand, also across chunks', () => {
    const anyWord = fc.string({
      unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
      minLength: 3,
      maxLength: 9,
    });
    fc.assert(
      fc.property(anyWord, fc.integer({ min: -12, max: 12 }), fc.constantFrom(0, 1, 4000), (word, shift, rest) => {
        const source = Array.from(word, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
        const matcher = createMatcher([
          { source, flags: '', literals: [literal(word)], lead: 0, maxLength: word.length },
        ]);
        const at = 65_536 + shift;
        const bytes = new Uint8Array(at + word.length + rest).fill(word.charCodeAt(0) ^ 0x55);
        bytes.set(bytesOf(word), at);
        expect(matcher.scan(bytes).map((match) => match.start)).toEqual([at]);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps finding all literals after it has seen what is rare', () => {
    const words = ['secret', 'password', 'token', 'ghp_', 'abc'];
    const matcher = createMatcher(
      words.map((word) => ({ source: word, flags: 'i', literals: [literal(word, true)], lead: 0, maxLength: 8 })),
    );
    const bytes = bytesOf('the secret password of a token, Secret PASSWORD ghp_ '.repeat(30_000));
    for (let round = 0; round < 2; round++) {
      const line = ` ${words.join(' ')} ${words.join(' ').toUpperCase()}`;
      expect(matcher.scan(bytesOf(line)).map((match) => match.pattern)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
      expect(matcher.scan(bytes).length).toBe(30_000 * 6);
    }
  });

  test('compares without case only where the literal says so', () => {
    const matcher = createMatcher([
      { source: 'token', flags: 'i', literals: [literal('token', true)], lead: 0, maxLength: 5 },
      { source: 'token', flags: '', literals: [literal('token')], lead: 0, maxLength: 5 },
      { source: 'caf\\xe9', flags: 'i', literals: [literal('caf\u00e9', true)], lead: 0, maxLength: 4 },
    ]);
    const found = matcher.scan(bytesOf('token TOKEN ToKeN CAF\u00c9'));
    expect(found.map((match) => [match.pattern, match.start])).toEqual([
      [0, 0],
      [1, 0],
      [0, 6],
      [0, 12],
      [2, 18],
    ]);
  });

  test('runs patterns without a literal on everything', () => {
    const matcher = createMatcher([{ source: 'x*', flags: '', literals: [], lead: Infinity, maxLength: Infinity }]);
    expect(matcher.scan(bytesOf('axx')).map((match) => [match.start, match.end])).toEqual([
      [0, 0],
      [1, 3],
      [3, 3],
    ]);
  });

  test('finds patterns without a literal by the run they must contain', () => {
    const part = fc.record({
      set: fc.constantFrom('[ab]', 'a', '\\w', '[^\\n]'),
      least: fc.integer({ min: 5, max: 9 }),
      more: fc.nat(3),
    });
    const runs = fc
      .record({ part, before: fc.constantFrom('', 'b', 'B{0,3}', '(?:a|bb)?', '_(', '(?:a_){1,2}'), after })
      .map(({ part, before, after }): Pattern => {
        const body = `${before}${part.set}{${part.least},${part.least + part.more}}${before.endsWith('(') ? ')' : ''}${after}`;
        return { source: body, flags: 'm', literals: [], lead: Infinity, maxLength: 20 };
      });
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 3 }), text, (patterns, text) => {
        expect(createMatcher(patterns).scan(bytesOf(text))).toEqual(naive(patterns, text));
      }),
      { numRuns: 400 },
    );
  });

  test('gives the offsets of groups and undefined for those that took no part', () => {
    const matcher = createMatcher([
      { source: '(key)=(?:(\\d+)|(\\w+))', flags: '', literals: [literal('key=')], lead: 0, maxLength: 30 },
    ]);
    expect(matcher.scan(bytesOf('.. key=abc'))).toEqual([
      { pattern: 0, start: 3, end: 10, groups: [[3, 10], [3, 6], undefined, [7, 10]] },
    ]);
  });

  test('with ranges gives the matches that intersect one of them', () => {
    const ranges = fc
      .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 4 })
      .map((list) => list.sort((a, b) => a[0] - b[0]).map(([start, size]) => ({ start, end: start + size })))
      .filter((list) => list.every((range, index) => index === 0 || range.start >= (list[index - 1]?.end ?? 0)));
    const separate: Pattern = {
      source: '<a{1,9}>',
      flags: '',
      literals: [literal('<aa'), literal('<a>')],
      lead: 0,
      maxLength: 11,
    };
    const led: Pattern = { source: 'b{0,4}key', flags: '', literals: [literal('key')], lead: 4, maxLength: 7 };
    const content = fc.array(fc.constantFrom('<a>', '<aaaa>', 'bbkey', 'key', '--', '<aaaaaaaaa>'), { maxLength: 60 });
    fc.assert(
      fc.property(content, ranges, (parts, ranges) => {
        const text = parts.join('');
        const expected = naive([separate, led], text).filter((match) =>
          ranges.some((range) => match.start < range.end && match.end > range.start),
        );
        expect(createMatcher([separate, led]).scan(bytesOf(text), ranges)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('sees past the claimed length when a match touches the edge', () => {
    const matcher = createMatcher([
      { source: 'x?key[a-z]+', flags: '', literals: [literal('key')], lead: 1, maxLength: 10 },
    ]);
    expect(matcher.scan(bytesOf(`-- key${'a'.repeat(100)} --`)).map((match) => match.end)).toEqual([106]);
  });

  test('stays linear on a long line full of literals', () => {
    const matcher = createMatcher([
      { source: '[a-z]{0,9}key=\\w{500}', flags: '', literals: [literal('key=')], lead: 9, maxLength: 513 },
      { source: 'key=\\w{50,500}!', flags: '', literals: [literal('key=')], lead: 0, maxLength: 505 },
    ]);
    const text = 'key=aaaa,'.repeat(100_000);
    expect(matcher.scan(bytesOf(text))).toEqual([]);
    expect(matcher.scan(bytesOf(`${text}key=${'a'.repeat(500)}!`)).map((match) => match.start)).toEqual([
      text.length,
      text.length,
    ]);
  });
});
