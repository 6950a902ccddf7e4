import type { Near } from './secret-rule.ts';
import { escapeRegex } from './shape-regex.ts';

const defaultWithin = 40;

/** Words in a name whose value is to be kept secret. */
const secretWords = ['key', 'token', 'secret', 'passw', 'pwd', 'auth', 'cred'];

/** The rest of the name, closing quotes or brackets, an operator of any language or file format, opening quotes. */
const assignment = [
  String.raw`[\w.-]{0,24}`,
  String.raw`(?:\\?["'\`]|\)|\]){0,3}`,
  String.raw`(?:[ \t]{0,8}(?:=>|:=|\?=|={1,3}|:|,|\()[ \t]{0,8}|<?\/?>|[ \t]{1,4}value=|(?<=--[\w-]{1,60})[ \t]{1,4})`,
  String.raw`(?:\\?["'\`]|[([{@]|[\w.]{1,20}\(){0,3}`,
].join('');

/** Longest text that `assignment` matches, with a secret word before it. */
const assignmentLength = 6 + 24 + 6 + 19 + 63;

/** Source of what leads from a near word up to the value, and the length of its longest match. */
export function nearSource(near: Near): { source: string; maxLength: number } {
  const within = near.within ?? defaultWithin;
  const gap = `(?:${near.words.map(anyCase).join('|')})[^\\n\\r;&]{0,${within}}?`;
  const length = Math.max(...near.words.map((word) => word.length)) + within;
  if (near.assigned !== true) return { source: gap, maxLength: length };
  return {
    source: `${gap}(?:${secretWords.map(anyCase).join('|')})${assignment}`,
    maxLength: length + assignmentLength,
  };
}

/** A word in any case, since only the words and not the token may vary in it. */
function anyCase(word: string): string {
  return escapeRegex(word).replaceAll(/[a-z]/gi, (char) => `[${char.toLowerCase()}${char.toUpperCase()}]`);
}
