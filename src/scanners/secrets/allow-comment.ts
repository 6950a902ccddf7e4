import type { Suppression } from '../../model/finding.ts';

/** Own comment: `portcullis:allow`, then perhaps rule ids, then perhaps a reason. */
const own = /portcullis:allow\b(?<ids>(?:[ \t,]+secrets\/[\w-]+)*)(?:[ \t]*(?:--|[:;,—–-])?[ \t]*(?<reason>[^\r\n]*))?/;

/** Comments of other tools that mean the same line. */
const foreign =
  /\b(?:gitleaks:allow|betterleaks:allow|trufflehog:ignore|pragma: ?(?:allow|white)list[ -]secret|ggignore|nosecret|secretlint-disable-line)\b/i;
/** Comments of other tools, and our own alone on its line, that mean the line below. */
const foreignAbove = /\b(?:pragma: ?(?:allow|white)list[ -]nextline[ -]secret|secretlint-disable-next-line)\b/i;
const commentOnly = /^[ \t]*(?:#|\/\/|--|;|%|\/\*|<!--|\{\{?[-!#*])/;

/**
 * Reads the comment that allows a finding: on one of `lines`, those of the secret, or on the line above it.
 * @param ruleId the finding's rule; a comment that names rules means only these
 */
export function findAllowComment(ruleId: string, above: string, lines: string): Suppression | undefined {
  const ownAbove = commentOnly.test(above) ? readOwn(ruleId, above) : undefined;
  const found = readOwn(ruleId, lines) ?? ownAbove;
  if (found) return found;
  const other = foreign.exec(lines) ?? foreignAbove.exec(above);
  return other ? { kind: 'in-source', reason: other[0] } : undefined;
}

function readOwn(ruleId: string, text: string): Suppression | undefined {
  const groups = own.exec(text)?.groups;
  if (!groups) return undefined;
  const ids = (groups['ids'] ?? '').split(/[ \t,]+/).filter((id) => id !== '');
  if (ids.length > 0 && !ids.includes(ruleId)) return undefined;
  const reason = (groups['reason'] ?? '').replace(/[ \t]*(?:\*\/|-->|[-#*%]?\}\}?)[ \t]*$/, '').trim();
  return { kind: 'in-source', ...(reason !== '' && { reason }) };
}
