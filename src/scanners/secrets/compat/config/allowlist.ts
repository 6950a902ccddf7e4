import type { Re2 } from '../../../../lib/re2/re2.ts';
import { lowerCase, type ByteText } from '../byte-text.ts';

/** What may stay: findings that it matches are dropped. */
export interface Allowlist {
  readonly description: string;
  /** `or`: one of the given kinds of check is enough. `and`: each given kind must hold. */
  readonly condition: 'or' | 'and';
  /** Lower case. */
  readonly commits: ReadonlySet<string>;
  readonly paths: readonly Re2[];
  /** What the regexes look at. */
  readonly regexTarget: 'secret' | 'match' | 'line';
  readonly regexes: readonly Re2[];
  /** Lower case. */
  readonly stopwords: readonly ByteText[];
}

/** Whether a file or change is allowed before anything is known of its content. */
export function allowsSource(allowlist: Allowlist, commit: ByteText, path: ByteText): boolean {
  const checks = sourceChecks(allowlist, commit, path);
  if (allowlist.condition === 'or') return checks.includes(true);
  const wantsContent = allowlist.regexes.length > 0 || allowlist.stopwords.length > 0;
  return !wantsContent && checks.length > 0 && !checks.includes(false);
}

/** Whether a finding is allowed. Under `or` the commit and path were asked before. */
export function allowsFinding(
  allowlist: Allowlist,
  finding: { readonly secret: ByteText; readonly match: ByteText; readonly line: ByteText },
  commit: ByteText,
  path: ByteText,
): boolean {
  const target = finding[allowlist.regexTarget];
  const regexMatches = (): boolean => target !== '' && allowlist.regexes.some((regex) => regex.test(target));
  const wordMatches = (): boolean => containsStopword(allowlist.stopwords, finding.secret);
  if (allowlist.condition === 'or') return regexMatches() || wordMatches();
  if (sourceChecks(allowlist, commit, path).includes(false)) return false;
  if (allowlist.regexes.length > 0 && !regexMatches()) return false;
  return allowlist.stopwords.length === 0 || wordMatches();
}

/** One answer for each kind of source check that the allowlist has. */
function sourceChecks(allowlist: Allowlist, commit: ByteText, path: ByteText): boolean[] {
  const checks: boolean[] = [];
  if (allowlist.commits.size > 0) checks.push(commit !== '' && allowlist.commits.has(commit.toLowerCase()));
  if (allowlist.paths.length > 0) checks.push(allowsPath(allowlist, path));
  return checks;
}

/** Whether one of the path expressions matches, whatever else the allowlist asks. */
export function allowsPath(allowlist: Allowlist, path: ByteText): boolean {
  return path !== '' && allowlist.paths.some((regex) => regex.test(path));
}

function containsStopword(stopwords: readonly ByteText[], secret: ByteText): boolean {
  if (stopwords.length === 0) return false;
  const lower = lowerCase(secret);
  return stopwords.some((word) => word !== '' && lower.includes(word));
}
