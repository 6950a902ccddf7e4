import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../matcher/matcher.ts';
import { decodeEncoded, type Decoded } from './decode-encoded.ts';
import { findEncodedRuns } from './encoded-run.ts';
import { escapePatterns, unescapeAround } from './escapes.ts';
import { joinJsonStrings } from './json-strings.ts';
import { joinSegments, nestSegment, type Segment } from './segment.ts';
import { findTokenRuns } from './token-runs.ts';
import { findWideText, isWideText } from './wide-text.ts';

const readable = fc.string({ unit: 'grapheme-ascii', minLength: 24, maxLength: 120 });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function decodeAll(source: string | Uint8Array, left = 1e9): Decoded[] {
  const bytes = Buffer.from(source);
  const budget = { left, exceeded: false };
  return Array.from(findEncodedRuns(bytes)).flatMap((run) => decodeEncoded(bytes, run, budget));
}

function unescapeAll(text: string) {
  const bytes = Buffer.from(text, 'latin1');
  return unescapeAround(bytes, createMatcher(escapePatterns).scan(bytes));
}

test('token runs are what an expression finds, also across chunks', () => {
  const unit = fc.constantFrom(
    ...Array.from('AZaz09+/-_'),
    ' ',
    '.',
    '@',
    '[',
    '`',
    '{',
    ':',
    ',',
    '\u0000',
    '\u00c1',
    '\u00ff',
  );
  const text = fc.array(
    fc.oneof(fc.string({ unit, maxLength: 50 }), fc.constantFrom('a'.repeat(20), 'Z9_'.repeat(40))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(text, fc.constantFrom(0, 65_500, 65_530, 131_000), (parts, before) => {
      const source = `${' '.repeat(before)}${parts.join('')}`;
      const expected = Array.from(source.matchAll(/[\w+/-]{20,}/g), (match) => [
        match.index,
        match.index + match[0].length,
      ]);
      expect(findTokenRuns(Buffer.from(source, 'latin1'))).toEqual(expected.flat());
    }),
    { numRuns: 300 },
  );
});

describe('base64 and hex', () => {
  test.each(['base64', 'base64url', 'hex'] as const)('%s is found, decoded and located anywhere', (encoding) => {
    const padding = fc.string({ unit: fc.constantFrom(' ', '\n', '"', ':', '.', ','), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(readable, padding, padding, fc.nat(100), (text, before, after, at) => {
        // Text in one case, or of digits alone, could be an identifier or a number as well.
        const mixed = `Ab ${text}`;
        const source = before + Buffer.from(mixed).toString(encoding) + after;
        const [decoded] = decodeAll(source);
        expect(decoded && latin1(decoded.segment.bytes)).toBe(mixed);
        const start = at % mixed.length;
        const span = decoded?.segment.locate(start, start + 1) ?? { start: 0, end: 0 };
        const all = decoded?.segment.source ?? { start: 0, end: 0 };
        const [head, part] = [source.slice(all.start, span.start), source.slice(span.start, span.end)];
        const whole = Buffer.from(head + part, encoding === 'hex' ? 'hex' : 'base64');
        expect(latin1(whole).slice(0, start + 1)).toBe(mixed.slice(0, start + 1));
        expect(part.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('paths, identifiers and digests are not', () => {
    const lines = [
      '/usr/local/share/applications/mimeinfo',
      'THE_QUICK_BROWN_FOX_JUMPS_OVER',
      'anExtraordinarilyLongIdentifierName',
    ];
    const digests = [
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    ];
    expect(decodeAll([...lines, ...digests].join('\n'))).toEqual([]);
  });

  test('nothing is decoded beyond the budget', () => {
    const bytes = Buffer.from(Buffer.from('Some readable text. '.repeat(20)).toString('base64'));
    const budget = { left: 100, exceeded: false };
    const [run] = findEncodedRuns(bytes);
    expect(run && decodeEncoded(bytes, run, budget)).toEqual([]);
    expect(budget.exceeded).toBe(true);
  });

  test('any bytes can be looked at', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: fc.constantFrom('A', 'b', '9', '/', '-', '=', '\n', '\\n', '"') }),
        (bytes, text) => {
          const source = Buffer.concat([bytes, Buffer.from(text)]);
          for (const { segment } of decodeAll(source)) {
            const span = segment.locate(0, segment.bytes.length);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});

describe('escapes', () => {
  const encoders: readonly ((code: string) => string)[] = [
    (code) => `%${code}`,
    (code) => `\\u00${code}`,
    (code) => `\\x${code.toUpperCase()}`,
    (code) => `\\${Number.parseInt(code, 16).toString(8).padStart(3, '0')}`,
    (code) => `&#x${code};`,
    (code) => `&#${Number.parseInt(code, 16)};`,
  ];

  test('each escaped character is decoded and located', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'Z', '7', '_', ' ', '\n'), maxLength: 30 });
    const parts = fc.array(fc.tuple(plain, fc.constantFrom('g', 'H', '_', '+', '/'), fc.constantFrom(...encoders)), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(parts, (parts) => {
        const written = parts.map(([text, character, encode]) => text + encode(character.charCodeAt(0).toString(16)));
        const unescaped = unescapeAll(written.join(''));
        const source = written.join('');
        const characters: string[] = [];
        for (const { segment, touched } of unescaped) {
          for (const span of touched) {
            const from = segment.locate(span.start, span.end);
            expect(source.slice(from.start, from.end)).toMatch(/^[%\\&].*[\da-f;]$/i);
            characters.push(latin1(segment.bytes.subarray(span.start, span.end)));
          }
        }
        expect(characters).toEqual(parts.map(([, character]) => character));
      }),
    );
  });

  test('characters beyond one byte and named ones', () => {
    const [unescaped] = unescapeAll('&lt;\\u0041\\u20ac\\/\\n&amp;"');
    expect(unescaped && latin1(unescaped.segment.bytes)).toBe('<A\u00ff/\n&"');
  });
});

describe('JSON strings', () => {
  test('are joined as they read, each byte at its place', () => {
    const item = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '\n', '\t', '/', 'é', '€', ' ', ':'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.boolean(), (items, indent) => {
        const source = Buffer.from(JSON.stringify(items, undefined, indent ? 1 : 0));
        const segment = joinJsonStrings(source);
        const joined = items.map((text) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
        expect(segment && Buffer.from(segment.bytes).toString()).toBe(joined);
        for (let at = 0; at < joined.length; at++) {
          const span = segment?.locate(at, at + 1) ?? { start: 0, end: 0 };
          expect(span.end - span.start).toBeGreaterThanOrEqual(1);
          expect(span.end).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  test('names stand before their values', () => {
    const segment = joinJsonStrings(Buffer.from('{"api_key" : "abc\\u0064", "n": 1}'));
    expect(segment && latin1(segment.bytes)).toBe('api_key: abcd\nn: ');
  });

  test('a string without end is none', () => {
    expect(joinJsonStrings(Buffer.from('["a", "b\\"]'))).toBeUndefined();
  });
});

describe('UTF-16', () => {
  test('text of eight characters and more is found at any place in either byte order', () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(40), fc.nat(40), (text, big, before, after) => {
        const wide = Buffer.from(text, 'utf16le');
        if (big) wide.swap16();
        const bytes = Buffer.concat([Buffer.alloc(before * 2, 0xee), wide, Buffer.alloc(after * 2, 0xee)]);
        const found = findWideText(bytes);
        expect(found.map((segment) => latin1(segment.bytes)).join('')).toContain(text);
        for (const segment of found)
          expect(segment.locate(0, segment.bytes.length).end).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('is told from other bytes', () => {
    expect(isWideText(Buffer.from('\ufeffabc', 'utf16le'))).toBe(true);
    expect(isWideText(Buffer.from('plain words', 'utf16le').swap16())).toBe(true);
    expect(isWideText(Buffer.from('plain words'))).toBe(false);
    expect(isWideText(Buffer.alloc(100))).toBe(false);
  });
});

test('segments in segments are located in the outermost source', () => {
  const inner: Segment = {
    encoding: 'a',
    bytes: Buffer.from('xy'),
    source: { start: 2, end: 4 },
    locate: (start, end) => ({ start: start + 2, end: end + 2 }),
  };
  const outer: Segment = {
    encoding: 'b',
    bytes: Buffer.from('--xy'),
    source: { start: 10, end: 18 },
    locate: (start, end) => ({ start: 10 + 2 * start, end: 10 + 2 * end }),
  };
  const nested = nestSegment(outer, inner);
  expect([nested.encoding, nested.locate(0, 1)]).toEqual(['a in b', { start: 14, end: 16 }]);
  const view = joinSegments([outer, nested]);
  expect(latin1(view.bytes)).toBe('--xy\nxy\n');
  expect(view.segmentAt(6)).toEqual({ segment: nested, start: 5 });
});
