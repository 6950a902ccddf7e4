import type { Finding } from '../../model/finding.ts';
import type { Entry } from '../../model/target.ts';
import type { Content } from '../reader.ts';

/** What a scanner would report that looks for a pattern and only at fresh bytes. */
export function findWords(entry: Entry, content: Content, pattern: RegExp): Finding[] {
  const text = Buffer.from(content.bytes).toString('latin1');
  const fresh = content.fresh ?? [{ start: 0, end: text.length }];
  const findings: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (!fresh.some((range) => range.start < end && match.index < range.end)) continue;
    const startLine = text.slice(0, match.index).split('\n').length;
    const endLine = text.slice(0, end).split('\n').length;
    const { blob, commit } = content;
    findings.push({
      ruleId: 'test/word',
      scanner: 'test',
      message: 'a word',
      severity: 'high',
      confidence: 'high',
      locations: [
        {
          uri: entry.uri,
          startLine,
          endLine,
          ...(blob !== undefined && { blob }),
          ...(commit !== undefined && { commit }),
        },
      ],
      fingerprints: [{ kind: 'word/v1', value: match[0] }],
    });
  }
  return findings;
}
