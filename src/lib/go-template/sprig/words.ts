import { RuneText } from '../../re2/rune-text.ts';
import { requireRoom } from '../limits.ts';

/** Works on the runes of UTF-8 bytes and gives bytes again. */
export function onRunes(bytes: string, change: (text: string) => string): string {
  return Buffer.from(change(new RuneText(bytes).text), 'utf8').toString('latin1');
}

/** Upper case of each letter that starts a word. */
export function title(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}_])\p{L}/gu, upperRune);
}

/** Lower case of each first letter after white space. */
export function untitle(text: string): string {
  return text.replaceAll(/(?<!\S)\S/gu, lowerRune);
}

export function swapCase(text: string): string {
  return text.replaceAll(/\p{L}/gu, (letter) => {
    if (letter !== lowerRune(letter)) return lowerRune(letter);
    return upperRune(letter);
  });
}

function upperRune(rune: string): string {
  const upper = rune.toUpperCase();
  return Array.from(upper).length === 1 ? upper : rune;
}

function lowerRune(rune: string): string {
  const lower = rune.toLowerCase();
  return Array.from(lower).length === 1 ? lower : rune;
}

export function upper(text: string): string {
  return Array.from(text, upperRune).join('');
}

export function lower(text: string): string {
  return Array.from(text, lowerRune).join('');
}

/** The first letters of the words. It takes bytes for letters, as sprig does. */
export function initials(bytes: string): string {
  return encodeBytes(Array.from(bytes.matchAll(/(?<!\S)\S/gu), ([letter]) => letter).join(''));
}

/** All but white space. It takes bytes for letters, as sprig does. */
export function withoutSpace(bytes: string): string {
  return /[\s\u0085]/.test(bytes) ? encodeBytes(bytes.replaceAll(/[\s\u0085]/g, '')) : bytes;
}

/** Each byte as the UTF-8 of the rune with its number. */
function encodeBytes(bytes: string): string {
  return Buffer.from(bytes, 'utf8').toString('latin1');
}

/** Words joined by a character and in lower case: a change from small to capital letters or to digits starts a word. */
export function joinCase(text: string, connector: '_' | '-'): string {
  return text
    .replaceAll(/[\s_-]+/gu, connector)
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, `$1${connector}$2`)
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, `$1${connector}$2`)
    .replaceAll(/(\p{L})(\p{N}+\p{Ll})/gu, `$1${connector}$2`)
    .toLowerCase();
}

/** Words with capital first letters and nothing between. */
export function pascalCase(text: string): string {
  return text
    .replaceAll(/(\p{Lu})(\p{Lu}+)(?=\p{Lu}\p{Ll}|\P{Ll}|$)/gu, (_, first: string, rest: string) => first + lower(rest))
    .replaceAll(/(?:^|[\s_-]+)(\p{L}?)/gu, (_, letter: string) => upperRune(letter));
}

/** Breaks lines at spaces so that they have at most `width` bytes; longer words are broken only if `breaks` says so. */
export function wrapText(text: string, width: number, newline: string, breaks: boolean): string {
  const limit = Math.max(1, width);
  requireRoom(text.length + (Math.ceil(text.length / limit) + 1) * newline.length);
  let out = '';
  let at = 0;
  while (text.length - at > limit) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const last = text.slice(at, at + limit + 1).lastIndexOf(' ');
    let end = at + last;
    if (last < 0) {
      end = breaks ? at + limit : text.indexOf(' ', at + limit);
      if (end < 0) return out + text.slice(at);
    }
    out += text.slice(at, end) + newline;
    at = last < 0 && breaks ? end : end + 1;
  }
  return out + text.slice(at);
}

/** Shortens to `width` bytes with dots, from `offset` on. */
export function abbreviate(text: string, offset: number, width: number): string {
  if (text.length <= width) return text;
  const start = Math.min(offset, text.length, text.length - (width - 3));
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) return '';
  if (start + width - 3 >= text.length) return `...${text.slice(text.length - (width - 3))}`;
  return `...${abbreviate(text.slice(start), 0, width - 3)}`;
}
