import type { Near } from './secret-rule.ts';
import { escapeRegex } from './shape-regex.ts';

const defaultWithin = 40;

/** Words in a name whose value is to be kept secret. */
const secretWords = ['key', 'token', 'secret', 'passw', 'pwd', 'auth', 'cred'];

/** What assigns a value to a name, by language and format. */
const operators = [
  // Most languages and formats; an argument after the name of a variable; a default value.
  String.raw`[ \t]{0,8}(?:=>|:=|\?=|={1,3}|:|,|\(|\|\||\?\?)[ \t]{0,8}`,
  // A type stands between: `key: string = `, `key string = `.
  String.raw`[ \t]?:?[ \t]?[&\w']{1,16}[ \t]{1,2}=[ \t]{1,2}`,
  // XML: the end of a tag, or an attribute beside the one with the name.
  '>',
  String.raw`[ \t]{1,4}value=`,
  // Command lines and Dockerfiles: only a space, after an option or a word that sets.
  String.raw`(?=[ \t])(?<=(?:--|\b(?:set|ENV) (?:-\w{1,3} )?)[\w.-]{1,60})[ \t]{1,4}`,
];

/** The rest of the name, closing quotes or brackets, the operator, a call or opening quotes around the value. */
const assignment = [
  String.raw`[\w.-]{0,24}`,
  String.raw`(?:\\?["'\`]|\)|\]){0,3}`,
  `(?:${operators.join('|')})`,
  String.raw`(?:\\?["'\`]|[([{@]|[\w.]{1,20}\(){0,3}`,
].join('');

/** Longest text that a secret word and `assignment` match. */
const assignmentLength = 160;

/** Source of what leads from a near word up to the value, and the length of its longest match. */
export function nearSource(near: Near): { source: string; maxLength: number } {
  const within = near.within ?? defaultWithin;
  const gap = `(?:${near.words.map(anyCase).join('|')})[^\\n\\r;&]{0,${within}}?`;
  const length = Math.max(...near.words.map((word) => word.length)) + within;
  if (near.assigned !== true) return { source: gap, maxLength: length };
  const name = `(?:${secretWords.map(anyCase).join('|')})`;
  return { source: gap + name + assignment, maxLength: length + assignmentLength };
}

/** A word in any case, since only the words and not the token may vary in it. */
function anyCase(word: string): string {
  return escapeRegex(word).replaceAll(/[a-z]/gi, (char) => `[${char.toLowerCase()}${char.toUpperCase()}]`);
}
