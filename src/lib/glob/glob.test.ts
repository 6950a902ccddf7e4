import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePathGlob, compileWordGlob } from './glob.ts';
import { GlobSyntaxError } from './glob-syntax.ts';

describe('path globs', () => {
  test.each([
    ['*.pem', ['a.pem', 'deep/down/a.pem', '.pem'], ['a.pem/x', 'a.pemx', 'pem']],
    ['/*.pem', ['a.pem'], ['deep/a.pem']],
    ['infra/**', ['infra/a', 'infra/a/b.tf'], ['infra', 'x/infra/a', 'infrastructure/a']],
    ['**/test/**', ['test/a', 'a/b/test/c/d'], ['test', 'atest/b', 'a/testb/c']],
    ['src/**/x.ts', ['src/x.ts', 'src/a/x.ts', 'src/a/b/x.ts'], ['x.ts', 'src/ax.ts']],
    ['src/*.ts', ['src/a.ts', 'src/.ts'], ['src/a/b.ts', 'a/src/b.ts']],
    ['a?c', ['abc', 'x/a😀c'], ['ac', 'a/c', 'abbc']],
    ['vendor/', ['vendor/a', 'x/vendor/a/b'], ['vendor', 'vendors/a']],
    ['vendor', ['vendor', 'vendor/a', 'x/vendor', 'x/vendor/y/z'], ['vendors', 'xvendor']],
    ['infra/legacy', ['infra/legacy', 'infra/legacy/a.tf'], ['x/infra/legacy', 'infra/legacy2']],
    ['*.{yml,yaml}', ['a.yml', 'x/a.yaml'], ['a.yl', 'a.']],
    ['{a,b{c,d}}/x', ['a/x', 'bc/x', 'bd/x'], ['b/x', 'a/x2', 'bcd/x']],
    ['[a-c]x', ['ax', 'y/cx'], ['dx', 'x']],
    ['[!a-c]x', ['dx'], ['ax', '/x']],
    ['[]]x', [']x'], ['x']],
    [String.raw`\*.md`, ['*.md'], ['a.md']],
    [String.raw`\!important`, ['!important'], ['important']],
    ['**', ['a', 'a/b/c'], ['']],
    ['a**b', ['ab', 'axxb', 'x/ab'], ['a/b']],
  ])('%s', (pattern, accepted, rejected) => {
    const glob = compilePathGlob(pattern);
    expect(accepted.filter((path) => !glob.matches(path))).toEqual([]);
    expect(rejected.filter((path) => glob.matches(path))).toEqual([]);
  });

  test.each(['', '/', '{a', 'a}', '[a', '[z-a]', 'a\\', '!a', `${'{'.repeat(11)}a${'}'.repeat(11)}`])(
    'refuses %j',
    (pattern) => {
      expect(() => compilePathGlob(pattern)).toThrow(GlobSyntaxError);
    },
  );

  test('refuses a pattern of more than a thousand characters', () => {
    expect(() => compilePathGlob('x'.repeat(1001))).toThrow(GlobSyntaxError);
  });

  test('patterns that make backtracking engines explode end at once', () => {
    expect(compilePathGlob(`${'*a'.repeat(60)}b`).matches('a'.repeat(3000))).toBe(false);
    expect(compilePathGlob(`${'**/'.repeat(60)}b`).matches('a/'.repeat(1500))).toBe(false);
    expect(compilePathGlob(`${'{a,a}'.repeat(60)}b`).matches('a'.repeat(60))).toBe(false);
    expect(compilePathGlob(`${'{*,**}'.repeat(60)}b`).matches('a'.repeat(3000))).toBe(false);
  });
});

describe('word globs', () => {
  test.each([
    ['iac/*', ['iac/open-port', 'iac/'], ['iac', 'sast/iac/x']],
    ['*', ['iac/x', 'generic-api-key', ''], []],
    ['secrets/{aws,gcp}-*', ['secrets/aws-key'], ['secrets/azure-key']],
    ['secrets/x', ['secrets/x'], ['secrets/xy', 'a/secrets/x']],
  ])('%s', (pattern, accepted, rejected) => {
    const glob = compileWordGlob(pattern);
    expect(accepted.filter((word) => !glob.matches(word))).toEqual([]);
    expect(rejected.filter((word) => glob.matches(word))).toEqual([]);
  });
});

describe('properties', () => {
  const part = fc.oneof(
    fc.constantFrom('*', '?', '**/', '/', '[ab]', '[!a]', '{a,b/}', '{,x*}', '**'),
    fc.stringMatching(/^[ab.x]{1,2}$/),
  );
  const path = fc.stringMatching(/^[ab.x/]{0,8}$/);

  test('agrees with the same pattern as a regular expression', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), path, (parts, text) => {
        const pattern = `/${parts.join('').replace(/^\/+/, '')}z`;
        expect(compilePathGlob(pattern).matches(`${text}z`)).toBe(toRegExp(pattern.slice(1)).test(`${text}z`));
      }),
      { numRuns: 1000 },
    );
  });

  test('an escaped path matches itself and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), path, (text, other) => {
        const name = `q${text}`;
        const escaped = `/${name.replace(/[*?[\]{},!\\]/g, String.raw`\$&`)}`;
        fc.pre(!escaped.endsWith('/'));
        expect(compilePathGlob(escaped).matches(name)).toBe(true);
        expect(compilePathGlob(escaped).matches(other)).toBe(false);
      }),
    );
  });

  test('any text is a pattern or a syntax error, and matching it ends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.string({ maxLength: 60 }), (pattern, text) => {
        expect([true, false, 'syntax']).toContain(outcome(pattern, text));
      }),
      { numRuns: 100 },
    );
  });
});

/** An independent reading of the syntax, for patterns without escapes that end in a plain "z" file. */
function toRegExp(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const segments = at === 0 || pattern[at - 1] === '/' ? /^\*{2,}\//.exec(rest) : null;
    const token = segments?.[0] ?? /^(\*+|\[!?[ab]+\]|[^])/u.exec(rest)?.[0] ?? '';
    if (segments) source += '(?:[^]*/)?';
    else if (token.startsWith('*')) source += '[^/]*';
    else if (token === '?') source += '[^/]';
    else if (token === '[!a]') source += '[^a/]';
    else if (token === '[ab]') source += '[ab]';
    else if (token === '{') source += '(?:';
    else if (token === '}') source += ')';
    else if (token === ',') source += '|';
    else source += token === '.' ? String.raw`\.` : token;
    at += token.length;
  }
  return new RegExp(`^(?:${source})(?:/[^]+)?$`);
}

function outcome(pattern: string, text: string): boolean | 'syntax' {
  try {
    return compilePathGlob(pattern).matches(text);
  } catch (error) {
    if (error instanceof GlobSyntaxError) return 'syntax';
    throw error;
  }
}
