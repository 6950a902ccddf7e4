import type { Candidate } from './candidate.ts';
import { describeCandidate, excerptAround, type Source } from './describe-candidate.ts';
import type { FileStyle } from './file-style.ts';
import { nameKind } from './key-name.ts';
import { findNameStart } from './name-range.ts';
import { measureStrangeness } from './strangeness.ts';

/** Words that make a random string suspicious though its name says nothing. */
const suspicious = /key|secret|token|auth|api|cred|sign|crypt|pass|bearer|hmac|aes|cookie/i;
const bare: ReadonlySet<FileStyle> = new Set<FileStyle>(['properties', 'yaml', 'shell', 'other']);
/** Words and identifiers reach less. */
const strangeEnough = 0.38;

/** A long random string that is the value of something, with the name that stands before it on the line. */
export function readRandomRun(source: Source, start: number, end: number): Candidate | undefined {
  if (!isDelimited(source, start, end)) return undefined;
  const excerpt = excerptAround(source.bytes, start, end);
  const { text, base } = excerpt;
  const from = start - base;
  const to = end - base;
  if (measureStrangeness(text.slice(from, to)) < strangeEnough) return undefined;
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const lead = readLead(line);
  if (lead === undefined) return undefined;
  const { key, operator, quote } = lead;
  if (quote !== '' && !text.startsWith(quote, to)) return undefined;
  const kind = nameKind(key) ?? (suspicious.test(line) ? 'other' : undefined);
  if (kind === undefined) return undefined;
  return describeCandidate(source, excerpt, { start: from, end: to, quote }, { key, kind, origin: 'random', operator });
}

const quotes = new Set(Buffer.from('"\'`'));
const edges = new Set(Buffer.from(' \t\r\n=:,;#"\'`\\'));

/** A look at the bytes beside a run, before anything costs: quotes around it, or edges where values may be bare. */
function isDelimited({ bytes, style }: Source, start: number, end: number): boolean {
  if (quotes.has(bytes[start - 1] ?? 0)) return edges.has(bytes[end] ?? 0x20);
  return bare.has(style) && edges.has(bytes[start - 1] ?? 0x20) && edges.has(bytes[end] ?? 0x20);
}

/** Name, operator and quote at the end of what stands before a value on its line; read from right to left. */
function readLead(line: string): { key: string; operator: string; quote: string } | undefined {
  const quote = /\\?["'`]$/.exec(line.slice(-2))?.[0] ?? '';
  let rest = line.slice(0, line.length - quote.length).slice(-120);
  if (quote !== '') rest = rest.replace(/(?<=[\s=(,[{:])[bBrRuUfFLN@$]{1,2}$/, '');
  // A wrapping call: `Buffer.from(`.
  const call = /[\w.[\]]{1,24}\($/.exec(rest.slice(-25));
  const outer = call === null ? rest : rest.slice(0, rest.length - call[0].length);
  return readName(outer, quote) ?? (call === null ? undefined : readName(rest, quote));
}

function readName(text: string, quote: string): { key: string; operator: string; quote: string } | undefined {
  const trimmed = text.trimEnd();
  const operator = /(?:[=!]==?|:=|=>|->|<-|\?\?|\|\||[=:,(])$/.exec(trimmed.slice(-3))?.[0];
  if (operator === undefined) return undefined;
  const named = trimmed
    .slice(0, trimmed.length - operator.length)
    .trimEnd()
    .replace(/\\?["'`]?[\])}]{0,2}$/, '');
  const key = named.slice(findNameStart(named, named.length));
  return key === '' ? undefined : { key, operator, quote };
}
