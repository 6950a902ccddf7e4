import { nearestWord } from './nearest-word.ts';

/** The end of a message about a word that is not known: `; did you mean 'stage'?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const close = nearestWord(word, candidates);
  return close === undefined ? '' : `; did you mean '${close}'?`;
}
