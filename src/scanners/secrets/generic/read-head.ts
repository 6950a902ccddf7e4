import type { Candidate } from './candidate.ts';
import { describeCandidate, excerptAround, type Source } from './describe-candidate.ts';
import { nameKind } from './key-name.ts';
import { readAssignment } from './read-assignment.ts';
import { readCall } from './read-call.ts';
import { readCommand, readOption } from './read-command.ts';

/** Where a match of one of `genericPatterns` lies. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

const command =
  /^(?:sshpass|mysql|mariadb|docker login|podman login|registry login|ldap|net use|-u|--user|userpwd|identified by|chpasswd)/i;
const callee =
  /^(?:login|connect|credentials?|basic_?auth|authenticate|connection|pdo|mysqli|auth|sign|verify|createhmac|new_hmac)\s?=?\s?\(/i;

/** The candidate behind a head: which notation it is, its name and its value. */
export function readHead(source: Source, head: Head): Candidate | undefined {
  const excerpt = excerptAround(source.bytes, head.start, head.end);
  const { text, base } = excerpt;
  const from = head.start - base;
  const to = head.end - base;
  const matched = text.slice(from, to);
  if (command.test(matched)) {
    const span = readCommand(text, from, to);
    const reading = { key: 'password', kind: 'password', origin: 'command', operator: ' ' } as const;
    if (span !== undefined) return describeCandidate(source, excerpt, span, reading);
  }
  if (callee.test(matched)) {
    const call = readCall(text, from, from + matched.indexOf('(') + 1);
    if (call !== undefined) {
      const reading = { key: call.key, kind: 'password', origin: 'call', operator: '(' } as const;
      return describeCandidate(source, excerpt, call, reading);
    }
  }
  const option = readOption(text, from, to, source.style);
  if (option !== undefined) {
    const { key, kind } = option;
    return describeCandidate(source, excerpt, option, { key, kind, origin: 'command', operator: ' ' });
  }
  const assignment = readAssignment(text, from, source.style);
  if (assignment === undefined) return undefined;
  const { key, operator } = assignment;
  const kind = nameKind(key);
  if (kind === undefined) return undefined;
  const origin = operator === '>' ? 'element' : 'assignment';
  return describeCandidate(source, excerpt, assignment, { key, kind, origin, operator });
}
