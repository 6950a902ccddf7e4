import { toBytes, type ByteText } from '../byte-text.ts';

/** In order of precedence. */
export const encodingNames = ['percent', 'unicode', 'hex', 'base64'] as const;
export type EncodingName = (typeof encodingNames)[number];

/**
 * What looks encoded, one group for each encoding in their order: percent signs in a line from the first to the last,
 * code points, 32 or more hex digits, 16 or more characters of base64.
 */
export const encodedText =
  /(%[0-9A-Fa-f]{2}(?:[^\n]*%[0-9A-Fa-f]{2})?)|((?:U\+[0-9A-Fa-f]{4}(?:[\t\n\f\r ]|$))+|(?:\\{1,2}[uU][0-9A-Fa-f]{4})+)|([0-9A-Fa-f]{32,})|([\w/+-]{16,}={0,2})/y;

const decoders: Readonly<Record<EncodingName, (encoded: ByteText) => ByteText | undefined>> = {
  percent: decodePercent,
  unicode: decodeCodePoints,
  hex: decodeHex,
  base64: decodeBase64,
};

/** Undefined when the text is not encoded after all, or does not decode to printable ASCII where that is asked. */
export function decodeText(encoding: EncodingName, encoded: ByteText): ByteText | undefined {
  return decoders[encoding](encoded);
}

function decodePercent(encoded: ByteText): ByteText | undefined {
  let printable = true;
  const decoded = encoded.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    printable &&= isPrintable(character);
    return character;
  });
  return printable ? decoded : undefined;
}

/** Surrogates stand alone here, as U+FFFD. */
function decodeCodePoints(encoded: ByteText): ByteText {
  const runes = encoded.replaceAll(/(?:U\+([0-9A-Fa-f]{4})[^]?|\\{1,2}[uU]([0-9A-Fa-f]{4}))/g, (_, plain, escaped) => {
    const rune = Number.parseInt(String(plain ?? escaped), 16);
    return String.fromCharCode(rune >= 0xd800 && rune < 0xe000 ? 0xfffd : rune);
  });
  return toBytes(runes);
}

function decodeHex(encoded: ByteText): ByteText | undefined {
  if (encoded.length % 2 !== 0 || !/[0-9]/.test(encoded)) return undefined;
  const decoded = Buffer.from(encoded, 'hex').toString('latin1');
  return isPrintable(decoded) ? decoded : undefined;
}

/** The padded standard alphabet, else the unpadded one of URLs. */
function decodeBase64(encoded: ByteText): ByteText | undefined {
  if (!/[0-9+/_-]/.test(encoded)) return undefined;
  const standard = encoded.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(encoded);
  const url = encoded.length % 4 !== 1 && /^[A-Za-z0-9_-]+$/.test(encoded);
  if (!standard && !url) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('latin1');
  return isPrintable(decoded) ? decoded : undefined;
}

function isPrintable(text: ByteText): boolean {
  return /^[\t-~]*$/.test(text);
}
