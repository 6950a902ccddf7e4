import type { Literal, Pattern, PatternMatch } from '../../lib/matcher/pattern.ts';
import type { ByteRange } from '../../model/location.ts';
import type { NonEmpty } from '../../model/rule.ts';
import { findGate, maxLength } from './shape-literals.ts';
import { nearSource } from './near-regex.ts';
import { boundaryAfter, boundaryBefore, sequenceSource } from './shape-regex.ts';
import { parseShape } from './shape.ts';
import type { SecretRegex, SecretRule } from './secret-rule.ts';

/** A rule ready for the matcher. */
export interface CompiledSecret {
  readonly rule: SecretRule;
  /** One for each alternative of the shape. They look at most 8 bytes before a match and 1 byte behind it. */
  readonly patterns: readonly Pattern[];
  /** Where the value stands inside a match of one of `patterns`. */
  secretOf(match: PatternMatch): ByteRange;
}

export function compileSecret(rule: SecretRule): CompiledSecret {
  const patterns =
    rule.regex === undefined
      ? (rule.shape ?? []).map((notation) => compileShape(notation, rule.near))
      : [compileRegex(rule.regex)];
  const group = rule.regex === undefined ? 1 : secretGroup(rule.regex.source);
  return {
    rule,
    patterns,
    secretOf: (match) => {
      const [start, end] = match.groups[group] ?? [match.start, match.end];
      return { start, end };
    },
  };
}

function compileShape(notation: string, near: SecretRule['near']): Pattern {
  const shape = parseShape(notation);
  const whole = [...shape.context, ...shape.value];
  const core = `${boundaryBefore(shape)}${sequenceSource(shape.context)}(${sequenceSource(shape.value)})${boundaryAfter(shape)}`;
  const gate = findGate(whole);
  const length = maxLength(whole);
  if (near === undefined) {
    return {
      source: core,
      flags: '',
      literals: (gate?.texts ?? []).map((text) => ({ text, caseless: false })),
      lead: gate?.lead ?? 0,
      maxLength: length,
    };
  }
  const opening = nearSource(near);
  return {
    source: opening.source + core,
    flags: '',
    literals: gate?.texts.map((text) => ({ text, caseless: false })) ?? wordLiterals(near.words),
    lead: gate === undefined ? 0 : gate.lead + opening.maxLength,
    maxLength: opening.maxLength + length,
  };
}

function wordLiterals(words: NonEmpty<string>): Literal[] {
  return words.map((text) => ({ text: text.toLowerCase(), caseless: true }));
}

function compileRegex(regex: SecretRegex): Pattern {
  const caseless = regex.caseless ?? false;
  return {
    source: regex.source,
    flags: caseless ? 'i' : '',
    literals: regex.literals.map((text) => ({ text: caseless ? text.toLowerCase() : text, caseless })),
    lead: regex.maxLength,
    maxLength: regex.maxLength,
  };
}

/** Number of the group named `secret`; 0, the whole match, when there is none. */
function secretGroup(source: string): number {
  let group = 0;
  for (const [part, name] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])(\w+)>/gs)) {
    if (!part.startsWith('(')) continue;
    group++;
    if (name === 'secret') return group;
  }
  return 0;
}
