/** A word, a string or a sign of a Groovy program. Offsets are those of a string's content. */
export interface GroovyToken {
  readonly kind: 'word' | 'text' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** For strings: whether Groovy puts values in (`"… ${x} …"`). */
  readonly interpolates?: boolean;
}

const lexeme =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""(?<longDouble>(?:\\[\s\S]|(?!""")[^\\])*)(?:"""|$)|'''(?<longSingle>(?:\\[\s\S]|(?!''')[^\\])*)(?:'''|$)|"(?<double>(?:\\.|[^"\\\n])*)"?|'(?<single>(?:\\.|[^'\\\n])*)'?|(?<word>[A-Za-z_]\w*)|(?<sign>[^\s\w])|\d\w*/g;

/** Splits a Groovy program (Groovy language documentation, "Syntax"): comments go, slashy strings are not known. */
export function tokenizeGroovy(program: string): readonly GroovyToken[] {
  const tokens: GroovyToken[] = [];
  for (const match of program.matchAll(lexeme)) {
    const { longDouble, longSingle, double, single, word, sign } = match.groups ?? {};
    const text = longDouble ?? longSingle ?? double ?? single;
    if (text !== undefined) {
      const start = match.index + (longDouble === undefined && longSingle === undefined ? 1 : 3);
      const interpolates = (longDouble ?? double)?.includes('$') === true;
      tokens.push({ kind: 'text', text, start, end: start + text.length, interpolates });
    } else if (word !== undefined || sign !== undefined) {
      const plain = word ?? sign ?? '';
      tokens.push({
        kind: word === undefined ? 'sign' : 'word',
        text: plain,
        start: match.index,
        end: match.index + plain.length,
      });
    }
  }
  return tokens;
}
