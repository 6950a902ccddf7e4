import { createHash } from 'node:crypto';
import type { Finding, Fingerprint } from '../../model/finding.ts';
import { surroundingsOf, type TextLines } from './surroundings.ts';

/** The general kinds, strongest first. What a scanner gives itself is stronger than all of them. */
export const generalKinds = [
  'context/v1',
  'before/v1',
  'after/v1',
  'scope/v1',
  'moved/v1',
  'content/v1',
  'location/v1',
] as const;

/** Content as short as this is too common to be recognised in another file by itself. */
const leastDistinctive = 24;

/**
 * The general fingerprints of a finding, strongest first:
 * `context/v1` rule, path, text and what stands around it; survives moved lines and reformatting.
 * `scope/v1` rule, path, text and the head of the block it is in; survives edits nearby.
 * `moved/v1` rule, text and what stands around it; survives a renamed file.
 * `content/v1` rule, text and head of the block; survives a renamed file with edits nearby.
 * `location/v1` rule, path and line; survives an edit of the text itself.
 *
 * A finding that its scanner can already identify gets only the last: its text may be a secret.
 */
export function fingerprint(finding: Finding, text: TextLines): Fingerprint[] {
  const { ruleId } = finding;
  const [location] = finding.locations;
  const place: Fingerprint = {
    kind: 'location/v1',
    value: digest(ruleId, location.uri, String(location.startLine ?? 0)),
  };
  const around = finding.fingerprints.length > 0 ? undefined : surroundingsOf(location, text);
  if (!around) return [place];
  const { content, before, after, scope } = around;
  const kinds: Fingerprint[] = [
    { kind: 'context/v1', value: digest(ruleId, location.uri, content, before, after) },
    { kind: 'before/v1', value: digest(ruleId, location.uri, content, before) },
    { kind: 'after/v1', value: digest(ruleId, location.uri, content, after) },
  ];
  // At the top level the block would be the file, in which equal text need not be the same finding.
  if (scope !== '') kinds.push({ kind: 'scope/v1', value: digest(ruleId, location.uri, content, scope) });
  kinds.push({ kind: 'moved/v1', value: digest(ruleId, content, before, after) });
  if (scope !== '' && content.length + scope.length >= leastDistinctive) {
    kinds.push({ kind: 'content/v1', value: digest(ruleId, content, scope) });
  }
  return [...kinds, place];
}

/** 80 bits: no two of a billion findings meet by chance. */
function digest(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 20);
}
