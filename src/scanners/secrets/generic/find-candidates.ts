import type { Candidate, Origin, SecretKind } from './candidate.ts';
import { fileStyle, type FileStyle } from './file-style.ts';
import { nameKind } from './key-name.ts';
import { findRandomRuns } from './random-runs.ts';
import { readAssignment } from './read-assignment.ts';
import { readCall } from './read-call.ts';
import { readCommand, readOption } from './read-command.ts';
import type { Span } from './read-quoted.ts';

/** Where a match of one of `genericPatterns` lies. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

const before = 160;
const after = 420;

/** Lines from this length on are written by machines. */
const packedLine = 400;

/** Everything in `bytes` that could be a secret by its place: ordered by position, one for a value. */
export function findCandidates(bytes: Uint8Array, path: string, heads: readonly Head[]): readonly Candidate[] {
  const style = fileStyle(path);
  const found = new Map<number, Candidate>();
  for (const head of heads) {
    const candidate = candidateAt(bytes, path, style, head);
    if (candidate !== undefined) keepBetter(found, candidate);
  }
  if (style !== 'data') {
    for (const [start, end] of findRandomRuns(bytes)) {
      const candidate = candidateAround(bytes, path, style, start, end);
      if (candidate !== undefined && !found.has(candidate.start)) found.set(candidate.start, candidate);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Two heads may lead to the same value: `secret` and `key` in `secret_access_key`. */
function keepBetter(found: Map<number, Candidate>, candidate: Candidate): void {
  const known = found.get(candidate.start);
  if (known === undefined || (known.kind === 'other' && candidate.kind !== 'other'))
    found.set(candidate.start, candidate);
}

function candidateAt(bytes: Uint8Array, path: string, style: FileStyle, head: Head): Candidate | undefined {
  const base = Math.max(0, head.start - before);
  const text = latin1(bytes, base, head.end + after);
  const from = head.start - base;
  const to = head.end - base;
  const matched = text.slice(from, to);
  const build = (
    span: Span,
    key: string,
    kind: SecretKind | undefined,
    origin: Origin,
    operator: string,
  ): Candidate | undefined =>
    kind === undefined ? undefined : describe(text, base, span, { key, kind, origin, operator, path, style });

  if (
    /^(?:sshpass|mysql|mariadb|docker login|podman login|registry login|ldap|net use|-u|--user|userpwd|identified by|chpasswd)/i.test(
      matched,
    )
  ) {
    const command = readCommand(text, from, to);
    if (command !== undefined) return build(command, 'password', 'password', 'command', ' ');
  }
  if (
    /^(?:login|connect|credentials?|basic_?auth|authenticate|connection|pdo|mysqli|auth|sign|verify|createhmac|new_hmac)\s?=?\s?\(/i.test(
      matched,
    )
  ) {
    const call = readCall(text, from, from + matched.indexOf('(') + 1);
    if (call !== undefined) return build(call, call.key, 'password', 'call', '(');
  }
  const option = readOption(text, from, to, style);
  if (option !== undefined) return build(option, option.key, option.kind, 'command', ' ');
  const assignment = readAssignment(text, from, style);
  if (assignment === undefined) return undefined;
  const kind = nameKind(assignment.key);
  return build(
    assignment,
    assignment.key,
    kind,
    assignment.operator === '>' ? 'element' : 'assignment',
    assignment.operator,
  );
}

/** A long random string, with the name that stands before it on the line. */
function candidateAround(
  bytes: Uint8Array,
  path: string,
  style: FileStyle,
  start: number,
  end: number,
): Candidate | undefined {
  const base = Math.max(0, start - before);
  const text = latin1(bytes, base, end + after);
  const from = start - base;
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const named =
    /([\w$.-]{1,60})\\?["'`]?[\])}]{0,2}\s{0,8}(:=|=>|->|<-|[=!]==?|\?\?|\|\||=|:|,|\()\s{0,8}(?:[\w.[\]]{1,20}\(\s*)?(?:[bBrRuUfFLN@$]{1,2})?(\\?["'`]|)$/.exec(
      line,
    );
  if (named === null) return undefined;
  const [, key = '', operator = '', quote = ''] = named;
  if (quote === '' && style !== 'properties' && style !== 'yaml' && style !== 'shell' && style !== 'other')
    return undefined;
  const next = text.slice(end - base);
  if (quote === '' ? /^[^\s#;,]/.test(next) : !next.startsWith(quote)) return undefined;
  const kind =
    nameKind(key) ??
    (/key|secret|token|auth|api|cred|sign|crypt|pass|bearer|hmac|aes|cookie/i.test(line) ? 'other' : undefined);
  if (kind === undefined) return undefined;
  return describe(
    text,
    base,
    { start: from, end: end - base, quote },
    { key, kind, origin: 'random', operator, path, style },
  );
}

type Facts = Pick<Candidate, 'key' | 'kind' | 'origin' | 'operator' | 'path' | 'style'>;

function describe(text: string, base: number, span: Span, facts: Facts): Candidate | undefined {
  const prefix = affix(text.slice(span.start, span.end), facts);
  const start = span.start + prefix;
  const value = text.slice(start, span.end);
  if (value.trim() === '') return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  return {
    ...facts,
    start: base + start,
    end: base + span.end,
    value,
    quote: span.quote,
    left: text.slice(Math.max(lineStart, start - 60), start),
    right: text.slice(span.end, Math.min(lineEnd < 0 ? text.length : lineEnd, span.end + 20)),
    packed: (lineEnd < 0 ? text.length : lineEnd) - lineStart > packedLine,
  };
}

/** Length of what belongs to the notation: `pass:` of OpenSSL, `user:` of curl, the type digit of Cisco. */
function affix(value: string, facts: Facts): number {
  if (facts.operator === ' ') return /^(?:pass:|[05-9] )/.exec(value)?.[0].length ?? 0;
  if (/userpwd/i.test(facts.key)) return value.indexOf(':') + 1;
  return 0;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    start,
    Math.min(end, bytes.length),
  );
}
