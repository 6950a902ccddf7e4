import { checkSync } from 'recheck';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matcher/matcher.ts';
import { compileSecret } from '../compile-secret.ts';
import { sampleSecret } from '../sample-secret.ts';
import type { SecretRule } from '../secret-rule.ts';
import { secretRules } from './all.ts';

const now = new Date('2026-01-01T00:00:00Z');

/** Proofs in which every character behind the prefix counts. */
const checksums = new Set(['crc62', 'crc8', 'crcle', 'crctail', 'crcb64', 'glroute', 'adopat', 'marvin', 'bech32', 'b58check', 'crc16']);

/** The values that a rule's patterns find in a text. */
function valuesIn(rule: SecretRule, text: string): string[] {
  const compiled = compileSecret(rule);
  const bytes = Buffer.from(text, 'latin1');
  return createMatcher(compiled.patterns)
    .scan(bytes)
    .map((match) => compiled.secretOf(match))
    .map(({ start, end }) => text.slice(start, end));
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
  it('is gated by literals, and samples contain one', () => {
    for (const [at, pattern] of compileSecret(rule).patterns.entries()) {
      expect(pattern.literals.length).toBeGreaterThan(0);
      expect(pattern.literals.filter(({ text }) => text.length < 3)).toEqual([]);
      if (rule.near === undefined && rule.shape !== undefined && !rule.shape[at]?.includes('^')) {
        const sample = sampleSecret(rule, 1, rule.shape[at]);
        expect(pattern.literals.some(({ text }) => sample.includes(text))).toBe(true);
        expect(sample.length).toBeLessThanOrEqual(pattern.maxLength);
      }
    }
  });

  it('has distinct texts that say something', () => {
    expect(rule.why.length).toBeGreaterThan(24);
    expect(rule.fix.length).toBeGreaterThan(24);
    expect(new Set([...rule.bad, ...rule.good].map((example) => example.code)).size).toBe(rule.bad.length + rule.good.length);
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
        const other = sample.charAt(at) === 'a' ? 'b' : 'a';
        const changed = sample.slice(0, at) + other + sample.slice(at + 1);
        expect(proof.check(changed, changed, now).outcome).not.toBe('proven');
      }
    }
  });
});
