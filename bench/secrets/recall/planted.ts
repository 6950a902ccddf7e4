import { ruleIndex } from './rule-index.ts';
import { sampleSecret } from '../../../src/scanners/secrets/sample-secret.ts';

/** A file with secrets whose values are made when it is built. */
export interface PlantedFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** The secrets as they are written in the file. */
  readonly secrets: readonly string[];
}

/** Makes values and remembers how each is written. */
export interface Planter {
  /** A random value over an alphabet. */
  random(alphabet: keyof typeof alphabets, length: number): string;
  /** A value of the format of a rule, with a valid checksum. */
  token(rule: string): string;
  /** A password as people choose it: two words with digits and a sign, or as a generator makes it. */
  password(style?: 'chosen' | 'generated'): string;
  /** A value in another spelling; the spelling is what must be found. */
  as(value: string, spell: (value: string) => string): string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const alphabets = {
  hex: `${digits}abcdef`,
  upper: letters.toUpperCase() + digits,
  lower: letters + digits,
  alnum: letters + letters.toUpperCase() + digits,
  base64: `${letters}${letters.toUpperCase()}${digits}+/`,
  url: `${letters}${letters.toUpperCase()}${digits}-_`,
} as const;
const words =
  'Kestrel Harbour Walnut Pepper Orbit Velvet Thunder Marble Cactus Lantern Falcon Juniper Copper Glacier'.split(' ');

/** A case: its path and what it holds, given a planter. */
export type Recipe = readonly [path: string, write: (plant: Planter) => string | Buffer];

export function build([path, write]: Recipe, random: () => number): PlantedFile {
  const secrets: string[] = [];
  const note = (value: string): string => {
    secrets.push(value);
    return value;
  };
  const draw = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const content = write({
    random: (alphabet, length) => note(draw(alphabets[alphabet], length)),
    token: (rule) => note(sampleSecret(ruleIndex(rule), Math.floor(random() * 1e9))),
    password: (style = 'chosen') =>
      note(
        style === 'generated'
          ? `${draw(alphabets.alnum, 9)}#${draw(alphabets.alnum, 6)}7k`
          : `${word()}${['-', '_', '.'][Math.floor(random() * 3)] ?? ''}${word()}${draw(digits, 2)}!`,
      ),
    as: (value, spell) => {
      secrets.splice(secrets.indexOf(value), 1);
      return note(spell(value));
    },
  });
  return { path, bytes: typeof content === 'string' ? Buffer.from(content) : content, secrets };
}
