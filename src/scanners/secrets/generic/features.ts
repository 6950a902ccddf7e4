import type { Candidate } from './candidate.ts';
import { fileExtension } from './file-style.ts';
import { splitName } from './key-name.ts';
import { pathKind } from './path-kind.ts';
import { measureStrangeness } from './strangeness.ts';
import { measureShape, type ValueShape } from './value-shape.ts';
import { standsInOrder } from './stands-in-order.ts';

/** Receives one feature of a candidate with its strength. */
export type FeatureSink = (name: string, strength: number) => void;

/**
 * Names the features of a candidate. Numbers are put into steps, so that each step has a weight of its own; families
 * with many members (trigrams, words around) share a total strength, so that long values weigh no more than short ones.
 */
export function extractFeatures(candidate: Candidate, emit: FeatureSink): void {
  const { value, key, kind, origin, operator, quote, style } = candidate;
  const shape = measureShape(value);
  const size = step(value.length, [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 28, 32, 40, 44, 48, 64, 88, 128]);
  const place = pathKind(candidate.path);
  const extension = fileExtension(candidate.path);
  emit('bias', 1);
  emitKey(key, kind, emit);
  emitValue(value, shape, size, kind, emit);

  emit(`origin:${origin}`, 1);
  emit(`op:${operator}${quote}`, 1);
  emit(`op:${operator} alphabet:${shape.alphabet}`, 1);
  emit(`op:${operator} digits:${step(shape.digits, [0.01, 0.2])} others:${step(shape.others, [0.01, 0.2])}`, 1);
  emit(`packed:${candidate.packed}`, 1);
  emit(`packed:${candidate.packed} shape:${shape.collapsed}`, 0.5);
  emit(`style:${style} quote:${quote === '' ? 'no' : 'yes'}`, 1);
  emit(`ext:${extension}`, 1);
  emit(`path:${place}`, 1);
  emit(`path:${place} kind:${kind}`, 1);
  emit(`path:${place} shape:${shape.collapsed}`, 0.5);
  emitContext(candidate, emit);
}

function emitKey(key: string, kind: string, emit: FeatureSink): void {
  const words = splitName(key);
  const last = words.at(-1) ?? '';
  emit(`kind:${kind}`, 1);
  emit(`key.last:${last}`, 1);
  emit(`key.two:${words.slice(-2).join('_')}`, 1);
  emit(`key.first:${words[0] ?? ''}`, 0.5);
  emit(`key.words:${Math.min(6, words.length)}`, 0.5);
  for (const word of words.slice(0, -1).slice(-4)) emit(`key.word:${word}`, 0.5);
  if (/^[A-Z\d_]+$/.test(key)) emit('key.case:constant', 0.5);
  else if (/[a-z][A-Z]/.test(key)) emit('key.case:camel', 0.5);
  else
    emit(
      `key.case:${key.includes('.') ? 'dotted' : key.includes('-') ? 'dashed' : key.includes('_') ? 'snake' : 'plain'}`,
      0.5,
    );
}

function emitValue(value: string, shape: ValueShape, size: string, kind: string, emit: FeatureSink): void {
  const entropy = step(shape.entropy, [1.5, 2, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.5]);
  const changes = step(shape.changes, [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75]);
  emit(`size:${size}`, 1);
  emit(`size:${size} kind:${kind}`, 1);
  emit(`shape:${shape.collapsed}`, 1);
  emit(`alphabet:${shape.alphabet}`, 1);
  emit(`alphabet:${shape.alphabet} size:${size}`, 1);
  emit(`alphabet:${shape.alphabet} kind:${kind}`, 1);
  emit(`alphabet:${shape.alphabet} entropy:${entropy}`, 1);
  emit(`alphabet:${shape.alphabet} changes:${changes}`, 1);
  emit(`entropy:${entropy} size:${size}`, 0.5);
  emit(
    `digits:${step(shape.digits, [0.01, 0.1, 0.2, 0.3, 0.5, 0.8])} others:${step(shape.others, [0.01, 0.1, 0.2, 0.35])}`,
    1,
  );
  emit(
    `upper:${step(shape.upper, [0.01, 0.1, 0.25, 0.4, 0.9])} lower:${step(shape.lower, [0.01, 0.2, 0.4, 0.7, 0.9])}`,
    1,
  );
  emit(`letters:${step(shape.longestLetters, [2, 3, 4, 5, 6, 8, 10, 14, 20])} kind:${kind}`, 0.5);
  emit(`high:${step(shape.high, [0.01, 0.1, 0.3])}`, 1);
  emit(`strange:${step(measureStrangeness(value), [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6])}`, 1);
  emit(`strange:${step(measureStrangeness(value), [0.1, 0.2, 0.3, 0.4, 0.6])} alphabet:${shape.alphabet}`, 1);
  if (!/\s/.test(value) && (standsInOrder(value, mixed) || standsInOrder(value, mixed.toReversed())))
    emit('value:mixed', 1);
  if (/[a-z][013457@$!][a-z]/i.test(value)) emit('value:leet', 1);
  if (/(?:19|20)\d\d\W?$/.test(value)) emit('value:year', 1);
  if (/^[^A-Za-z0-9]/.test(value)) emit(`value.first:${value.charAt(0)}`, 1);
  if (/[^A-Za-z0-9]$/.test(value)) emit(`value.end:${value.charAt(value.length - 1)}`, 1);
  for (const sign of new Set(value.replace(/[A-Za-z0-9\u0080-\u00ff]+/g, ''))) emit(`value.sign:${sign}`, 0.5);
  const words = splitName(value.slice(0, 120));
  const share = 1 / Math.sqrt(Math.max(1, words.length));
  for (const word of words) if (word.length > 1 && word.length <= 20) emit(`value.word:${word}`, share);
  emitTrigrams(value, emit);
}

/** Letters, a sign and a digit, in this order or the other way round. */
const mixed = [/[A-Za-z]{3}/, /[^A-Za-z0-9]/, /\d/];

function emitTrigrams(value: string, emit: FeatureSink): void {
  const text = `^${value.slice(0, 64).toLowerCase().replace(/\d/g, '0')}$`;
  const share = 1 / Math.sqrt(text.length);
  for (let index = 0; index + 3 <= text.length; index++) emit(`value.3:${text.slice(index, index + 3)}`, share);
}

function emitContext(candidate: Candidate, emit: FeatureSink): void {
  const { left, right, key, quote } = candidate;
  const at = key === '' ? -1 : left.lastIndexOf(key);
  const lead = at < 0 ? left : left.slice(0, at);
  const between = at < 0 ? '' : left.slice(at + key.length);
  emit(`between:${between.replace(/\w+/g, 'w').replace(/\s+/g, ' ').slice(-12)}`, 1);
  emit(`before:${lead.trimEnd().slice(-1)}`, 0.5);
  emit(`before:${lead.replace(/\w+/g, 'w').replace(/\s+/g, ' ').slice(-4)}`, 0.5);
  const words = splitName(`${lead} ${between}`).slice(-8);
  const share = 1 / Math.sqrt(Math.max(1, words.length));
  for (const word of words) emit(`left:${word}`, share);
  emit(`callee:${/(\w+)\s*\(\s*["'`]?$/.exec(between)?.[1]?.toLowerCase() ?? ''}`, 1);
  const rest = quote !== '' && right.startsWith(quote) ? right.slice(quote.length) : right;
  emit(`after:${rest.replace(/\w+/g, 'w').replace(/\s+/g, ' ').slice(0, 3)}`, 1);
  emit(`next:${rest.trimStart().charAt(0)}`, 1);
  for (const word of splitName(rest).slice(0, 2)) emit(`right:${word}`, 0.5);
}

/** The step a number falls into: how many of the ascending bounds it reaches. */
function step(number: number, bounds: readonly number[]): string {
  let index = 0;
  while (index < bounds.length && number >= (bounds[index] ?? Infinity)) index++;
  return String(index);
}
