import { isGuessable } from './identity.ts';

const mostShown = 0.25;
const mostHead = 4;
const mostTail = 2;

/**
 * A hint at which value is meant: at most the first four and last two characters and never more than a quarter of it;
 * nothing of values that are short or could be guessed.
 */
export function maskValue(value: string): string {
  const shown = isGuessable(value) ? 0 : Math.floor(value.length * mostShown);
  const head = value.slice(0, Math.min(mostHead, shown));
  const tail = value.slice(value.length - Math.min(mostTail, Math.max(0, shown - mostHead)));
  return `${visible(head)}***${tail.length < value.length ? visible(tail) : ''}`;
}

function visible(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '*');
}
