import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGate, maxLength } from './shape-literals.ts';
import { sequenceSource } from './shape-regex.ts';
import { sampleShape, seededRandom } from './shape-sample.ts';
import { parseShape } from './shape.ts';

const source = (notation: string): string => sequenceSource(parseShape(notation).value);

/** The kind of error that reading it throws, undefined when it can be read. */
function mistakeIn(notation: string): unknown {
  try {
    parseShape(notation);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.constructor : error;
  }
}

describe('parseShape', () => {
  it.each([
    ['ghp_<A36>', 'ghp_[A-Za-z0-9]{36}'],
    ['x<d>', 'x[0-9]'],
    ['<A20-40>', '[A-Za-z0-9]{20,40}'],
    ['<h3+>', '[0-9a-f]{3,2051}'],
    ['<2:16>', '[A-Z2-7]{16}'],
    ['<b58:50-51>', '[1-9A-HJ-NP-Za-km-z]{50,51}'],
    ['gh[po]_', 'gh[po]_'],
    [String.raw`<[\w.=]2-3>`, String.raw`[\w.=]{2,3}`],
    ['(a|b<d2>)', '(?:a|b[0-9]{2})'],
    ['ab?', 'a(?:b)?'],
    ['(-<d2>){3}', '(?:(?:-[0-9]{2})){3}'],
    ['a.b$c', String.raw`a\.b\$c`],
    [String.raw`a\|b`, String.raw`a\|b`],
    ['<uuid>', '(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'],
  ])('reads %s', (notation, expected) => {
    expect(source(notation)).toBe(expected);
  });

  it('separates context from value', () => {
    const shape = parseShape('Key=^<B4>==');
    expect(sequenceSource(shape.context)).toBe('Key=');
    expect(sequenceSource(shape.value)).toBe('[A-Za-z0-9+/]{4}==');
  });

  it.each(['<', '<A', '<q3>', '<A3-2>', '<A0>', '<A3x>', '(a', 'a)', '[ab', 'a{x}', '?', 'a\\', 'a^b^c'])(
    'rejects %s with a SyntaxError',
    (notation) => {
      expect(() => parseShape(notation)).toThrow(SyntaxError);
    },
  );

  it('rejects any other text in the same way or reads it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[<>()[\]{}|?^\\Aadw2b58:+0-9-]{0,12}$/), (notation) => {
        expect([undefined, SyntaxError]).toContain(mistakeIn(notation));
      }),
    );
  });
});

describe('findGate', () => {
  it.each([
    ['ghp_<A36>', ['ghp_'], 0],
    ['gh[po]_<A36>', ['ghp_', 'gho_'], 0],
    ['<w3><d>Q~<w9>', Array.from({ length: 10 }, (_, digit) => `${digit}Q~`), 3],
    ['<A14>.atlasv1.<w60-70>', ['.atlasv1.'], 14],
    ['(AKIA|ASIA)<2:16>', ['AKIA', 'ASIA'], 0],
    ['(abc<A>|xyz<a2>)<A9>', ['abc', 'xyz'], 0],
    ['ab<A9>-secret-<A3>', ['-secret-'], 11],
    ['(abc)?def<A2>', ['def'], 3],
  ])('finds the literals of %s', (notation, texts, lead) => {
    expect(findGate(parseShape(notation).value)).toEqual({ texts, lead });
  });

  it.each(['<A40>', 'ab<A40>', '(abc)?<A40>', '(abc|<d9>)<A3>'])('%s has none', (notation) => {
    expect(findGate(parseShape(notation).value)).toBeUndefined();
  });
});

describe('samples', () => {
  const notations = ['ghp_<A36>', 'gh[po]_<h3-9>', '(ab|c<d2>)?x<w1+>', String.raw`<[\w.=]2-30>`, '(-<d2>){3}'];

  it.each(notations)('of %s match it, contain its literal and keep to its length', (notation) => {
    const shape = parseShape(notation);
    const expression = new RegExp(`^${sequenceSource(shape.value)}$`);
    const gate = findGate(shape.value);
    for (let seed = 0; seed < 50; seed++) {
      const sample = sampleShape(shape, seededRandom(seed));
      expect(sample).toMatch(expression);
      expect(sample.length).toBeLessThanOrEqual(maxLength(shape.value));
      expect(gate === undefined || gate.texts.some((text) => sample.includes(text))).toBe(true);
    }
  });

  it('are the same for the same seed', () => {
    const shape = parseShape('<A40>');
    expect(sampleShape(shape, seededRandom(7))).toBe(sampleShape(shape, seededRandom(7)));
    expect(sampleShape(shape, seededRandom(7))).not.toBe(sampleShape(shape, seededRandom(8)));
  });
});
