import type { ByteText } from './byte-text.ts';
import type { CompatRule } from './config/config.ts';

/**
 * The secret in a match: what the rule's group holds, else the first group that is not empty, else the match. The
 * expression is run again on the match alone. Undefined when it has no such group.
 */
export function secretOf(rule: CompatRule, match: ByteText): ByteText | undefined {
  const groups = rule.regex?.groups === 0 ? undefined : rule.regex?.submatches(match)?.slice(1);
  if (groups === undefined) return match;
  const texts = groups.map((group) => (group === undefined ? '' : match.slice(group.start, group.end)));
  if (rule.secretGroup > 0) return texts[rule.secretGroup - 1];
  return texts.find((text) => text !== '') ?? match;
}
