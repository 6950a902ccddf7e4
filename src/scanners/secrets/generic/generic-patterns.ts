import type { Literal, Pattern } from '../../../lib/matcher/pattern.ts';

function caseless(...texts: readonly string[]): readonly Literal[] {
  return texts.map((text) => ({ text, caseless: true }));
}

/**
 * Heads of candidates: from a telling word up to where its value starts. The value itself is read by the detector,
 * so matches stay short and the matcher's windows small.
 */
export const genericPatterns: readonly Pattern[] = [
  {
    source: '(?:pass|pwd|secret|token|api[_-]?key)[\\w.-]{0,26}["\']?\\s{0,4}(?::=|=>|={1,3}|:)\\s{0,4}',
    flags: 'i',
    literals: caseless('pass', 'pwd', 'secret', 'token', 'apikey', 'api_key', 'api-key'),
    lead: 0,
    maxLength: 64,
  },
];
