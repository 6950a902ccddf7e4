import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matcher/matcher.ts';
import { compilePatterns } from '../compile-rules.ts';
import { compileSecret } from '../compile-secret.ts';
import { secretOf } from '../rule-set.ts';
import { sampleSecret } from '../sample-secret.ts';
import type { SecretRule } from '../secret-rule.ts';
import { secretRules } from './all.ts';

const now = new Date('2026-01-01T00:00:00Z');

/** Proofs in which every character behind the prefix counts. */
const checksums = new Set([
  'crc62',
  'crc8',
  'crcle',
  'crctail',
  'crcb64',
  'glroute',
  'adopat',
  'marvin',
  'bech32',
  'b58check',
  'crc16',
]);

/** The values that a rule's patterns find in a text. */
function valuesIn(rule: SecretRule, text: string): string[] {
  const { patterns, owners } = compilePatterns([rule]);
  const bytes = Buffer.from(text, 'latin1');
  return createMatcher(patterns)
    .scan(bytes)
    .flatMap((match) => owners.slice(match.pattern, match.pattern + 1).map((owner) => secretOf(match, owner)))
    .map(({ start, end }) => text.slice(start, end));
}

/** What stands around tokens in real files: shell, JSON, YAML, URLs, escapes, diffs, sentences. */
const surroundings = [
  ['', ''],
  ['TOKEN=', '\n'],
  ['"', '"'],
  ["token: '", "',"],
  ['https://user:', '@host/path'],
  ['?key=', '&x=1'],
  [String.raw`\n`, String.raw`\n`],
  [String.raw`\"`, String.raw`\"`],
  ['%3D', '%26'],
  [String.raw`\u003d`, String.raw`\u0026`],
  ['\n+', '\n'],
  ['\n-', '\n'],
  ['Bearer ', '\r\n'],
  ['(', ')'],
  ['<key>', '</key>'],
] as const;

/** An example cut off at many places, there followed by a piece of itself repeated for 4 KB. */
function hostileTexts(rule: SecretRule): string[] {
  const code = (rule.bad[0].code.length > 400 ? '{secret}' : rule.bad[0].code).replaceAll(
    '{secret}',
    sampleSecret(rule, 1),
  );
  const step = Math.ceil(code.length / 8);
  const texts: string[] = [];
  for (let at = 0; at < code.length; at += step) {
    for (const length of [1, 4, 9]) {
      const piece = code.slice(at, at + length);
      texts.push(`${code.slice(0, at)}${piece.repeat(4096 / piece.length)}\0`);
    }
  }
  return texts;
}

it('ids are unique and well-formed', () => {
  const ids = secretRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^secrets\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

it('covers the formats that were promised', () => {
  expect(secretRules.length).toBeGreaterThanOrEqual(220);
});

describe.each(secretRules)('$id', (rule) => {
  const { patterns } = compileSecret(rule);
  /** Those whose value says it all: no context is needed to find it. */
  const bare = rule.near === undefined ? (rule.shape ?? []).filter((shape) => !shape.includes('^')) : [];

  it('is gated by literals', () => {
    for (const { literals } of patterns) {
      expect(literals.length).toBeGreaterThan(0);
      expect(literals.filter(({ text }) => text.length < 3)).toEqual([]);
    }
  });

  it.each(bare)('samples of %s contain a literal of their pattern', (shape) => {
    const sample = sampleSecret(rule, 1, shape);
    const pattern = patterns[rule.shape?.indexOf(shape) ?? 0];
    const starts = (pattern?.literals ?? []).map(({ text }) => sample.indexOf(text)).filter((at) => at >= 0);
    expect(Math.min(...starts)).toBeLessThanOrEqual(pattern?.lead ?? 0);
    expect(sample.length).toBeLessThanOrEqual(pattern?.maxLength ?? 0);
  });

  it.each(bare)('samples of %s are found in every surrounding, whole, and not inside longer words', (shape) => {
    const sample = sampleSecret(rule, 9, shape);
    const fitting = surroundings.filter(([, right]) => !(right.startsWith('%') && shape.includes('%')));
    const text = fitting.map(([left, right]) => left + sample + right).join('\n\n');
    expect(valuesIn(rule, text).filter((value) => value === sample)).toHaveLength(fitting.length);
    expect(valuesIn(rule, `x${sample}\n${sample}x`).filter((value) => value === sample)).toEqual([]);
  });

  it('ends on text built to make it backtrack', () => {
    const matcher = createMatcher(patterns);
    const run = (): number => hostileTexts(rule).reduce((sum, text) => sum + matcher.scan(Buffer.from(text)).length, 0);
    // An interruptible guard against a hang, thousands of times what the scans take.
    expect(runInNewContext('run()', { run }, { timeout: 20_000 })).toBeGreaterThanOrEqual(0);
  });

  it('has distinct texts that say something', () => {
    expect(rule.why.length).toBeGreaterThan(24);
    expect(rule.fix.length).toBeGreaterThan(24);
    expect(new Set([...rule.bad, ...rule.good].map((example) => example.code)).size).toBe(
      rule.bad.length + rule.good.length,
    );
    expect(rule.bad.every((example) => example.code.includes('{secret}'))).toBe(true);
  });

  const { proof } = rule;
  if (proof === undefined) return;

  it('accepts its own samples and never throws on others', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const sample = sampleSecret(rule, seed);
      expect(proof.check(sample, sample, now).outcome).not.toBe('refuted');
    }
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.base64String({ maxLength: 300 })), (text) => {
        expect(['proven', 'plausible', 'refuted']).toContain(proof.check(text, text, now).outcome);
      }),
      { numRuns: 50 },
    );
  });

  if (!checksums.has(proof.id)) return;

  it('proves no sample of which one character was changed', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const sample = sampleSecret(rule, seed);
      for (let at = 8; at < sample.length; at++) {
        const other = sample
          .slice(8)
          .replaceAll(/\W/g, '')
          .replaceAll(sample.charAt(at), '')
          .charAt(at % 7);
        const changed = sample.slice(0, at) + other + sample.slice(at + 1);
        expect(proof.check(changed, changed, now).outcome).not.toBe('proven');
      }
    }
  });
});
