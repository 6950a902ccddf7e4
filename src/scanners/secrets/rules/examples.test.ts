import { describe, expect, it } from 'vitest';
import { sampleSecret } from '../sample-secret.ts';
import type { SecretCandidate } from '../candidate.ts';
import { ownRules } from '../own-rules.ts';
import { createSecretDetector } from '../secret-detector.ts';
import { secretRules } from './all.ts';

const now = new Date('2026-01-01T00:00:00Z');
const seeds = [1, 2, 3];
const detector = createSecretDetector(ownRules, now);
const ruleIds = new Set(secretRules.map((rule) => rule.id));

function found(code: string, path = 'file.txt'): SecretCandidate[] {
  // Examples of binary formats are written one character a byte.
  const binary = /[\x80-\xff]/.test(code) && !/[^\0-\xff]/.test(code);
  const bytes = Buffer.from(code, binary ? 'latin1' : 'utf8');
  return detector
    .detect({ bytes, path, binary: false })
    .candidates.filter(
      ({ dropped, outcome, rule }) => dropped === undefined && outcome !== 'refuted' && ruleIds.has(rule.id),
    );
}

describe.each(secretRules)('$id', (rule) => {
  it.each(rule.bad)('finds $code', (example) => {
    for (const seed of seeds) {
      const secret = sampleSecret(rule, seed);
      const hits = found(example.code.replaceAll('{secret}', secret), example.path);
      expect(hits.map((hit) => [hit.rule.id, hit.value])).toEqual([[rule.id, secret]]);
    }
  });

  it.each(rule.good)('is quiet about $code', (example) => {
    expect(found(example.code, example.path).map((hit) => [hit.rule.id, hit.value])).toEqual([]);
  });
});
