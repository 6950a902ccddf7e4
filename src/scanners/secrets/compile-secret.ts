import type { Literal, Pattern } from '../../lib/matcher/pattern.ts';
import type { NonEmpty } from '../../model/rule.ts';
import { findGate, maxLength } from './shape-literals.ts';
import { nearSource } from './near-regex.ts';
import { boundaryAfter, boundaryBefore, sequenceSource } from './shape-regex.ts';
import { parseShape } from './shape.ts';
import type { SecretRegex, SecretRule } from './secret-rule.ts';

/** A rule ready for the matcher. */
export interface CompiledSecret {
  /** One for each alternative of the shape. They look at most 8 bytes before a match and 1 byte behind it. */
  readonly patterns: readonly Pattern[];
  /** Number of the capture group that holds the value. */
  readonly group: number;
}

export function compileSecret(rule: SecretRule): CompiledSecret {
  return {
    group: groupOf(rule),
    patterns: rule.regex === undefined ? compileShapes(rule) : compileRegex(rule.regex),
  };
}

function compileShapes(rule: SecretRule): Pattern[] {
  return (rule.shape ?? []).map((notation) => compileShape(notation, rule.near));
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
  const shared = { source: opening.source + core, flags: '', maxLength: opening.maxLength + length };
  // The value's own literal unless the words before it are longer, which occur less.
  if (gate === undefined || shortest(near.words) > shortest(gate.texts)) {
    return { ...shared, literals: wordLiterals(near.words), lead: 0 };
  }
  const literals = gate.texts.map((text) => ({ text, caseless: false }));
  return { ...shared, literals, lead: gate.lead + opening.maxLength };
}

function shortest(texts: readonly string[]): number {
  return Math.min(...texts.map((text) => text.length));
}

function wordLiterals(words: NonEmpty<string>): Literal[] {
  return words.map((text) => ({ text: text.toLowerCase(), caseless: true }));
}

function compileRegex(regex: SecretRegex): Pattern[] {
  const caseless = regex.caseless ?? false;
  return sourcesOf(regex).map((source) => ({
    source,
    flags: caseless ? 'i' : '',
    literals: regex.literals.map((text) => ({ text: caseless ? text.toLowerCase() : text, caseless })),
    lead: regex.lead ?? regex.maxLength,
    maxLength: regex.maxLength,
  }));
}

function sourcesOf(regex: SecretRegex): readonly string[] {
  return typeof regex.source === 'string' ? [regex.source] : regex.source;
}

/** Number of the group that holds the value. */
function groupOf(rule: SecretRule): number {
  if (rule.regex === undefined) return 1;
  const [group = 0, ...others] = new Set(sourcesOf(rule.regex).map(secretGroup));
  if (others.length > 0) throw new Error(`${rule.id}: the secret must be the same group in each alternative`);
  return group;
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
