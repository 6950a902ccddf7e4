import { covers } from '../../facts/protected-ref.ts';
import type { KnownValue } from './known-value.ts';

type SomeText = Extract<KnownValue, { kind: 'some' }>;

/** Whether a text that is only known in part can be this one. */
export function canBe(text: string, { not, like }: SomeText): boolean {
  if (text === '' || not.some((name) => covers(name, text))) return false;
  return like?.some((name) => covers(name, text)) ?? true;
}

/** A pattern of a condition: how it is written, and whether it matches a text. */
export interface TextPattern {
  /** Empty when flags change what it means. */
  readonly source: string;
  matches(text: string): boolean;
}

/** Whether a pattern matches a text that is only known in part; undefined when that depends on the rest of it. */
export function someMatches(value: SomeText, pattern: TextPattern): boolean | undefined {
  const begin = beginOf(pattern.source);
  const { like } = value;
  if (begin?.isWhole === true && !canBe(begin.text, value)) return false;
  // What begins so is all among the names that it is not.
  if (begin && value.not.some((name) => isBeginning(name) && begin.text.startsWith(name.slice(0, -1)))) return false;
  if (!like || like.length === 0) return undefined;
  const results = new Set(like.map((name) => likeMatches(name, begin, pattern)));
  const [only] = results;
  return results.size === 1 ? only : undefined;
}

function likeMatches(name: string, begin: Beginning | undefined, pattern: TextPattern): boolean | undefined {
  if (!name.includes('*')) return pattern.matches(name);
  if (!begin) return undefined;
  const fixed = name.slice(0, name.indexOf('*'));
  if (begin.isOpen && fixed.startsWith(begin.text)) return true;
  return fixed.startsWith(begin.text) || begin.text.startsWith(fixed) ? undefined : false;
}

/** `release/*`: everything that begins so. */
function isBeginning(name: string): boolean {
  return name.indexOf('*') === name.length - 1;
}

interface Beginning {
  readonly text: string;
  /** Nothing may follow. */
  readonly isWhole: boolean;
  /** Anything may follow. */
  readonly isOpen: boolean;
}

/** The text that everything begins with that a pattern such as `^release\/` or `^v\d+$` matches. */
function beginOf(source: string): Beginning | undefined {
  const found = /^(?:\^|\\A)(?<text>(?:[\w/-]|\\[./-])+)(?<rest>.*)$/s.exec(source)?.groups;
  if (!found || source.includes('|')) return undefined;
  const { text = '', rest = '' } = found;
  // A quantifier belongs to the last character.
  const kept = /^[*?{]/.test(rest) ? text.replace(/\\?.$/s, '') : text;
  return {
    text: kept.replaceAll('\\', ''),
    isWhole: rest === '$' || rest === '\\z',
    isOpen: /^(?:\.\*)?\$?$/.test(rest) && rest !== '$',
  };
}
