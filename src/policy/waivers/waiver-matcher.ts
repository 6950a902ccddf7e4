import { compilePathGlob, compileWordGlob } from '../../lib/glob/glob.ts';
import type { Finding } from '../../model/finding.ts';
import type { Waiver } from '../policy.ts';

export interface WaiverMatcher {
  matches(finding: Finding): boolean;
  /** Whether it could be about findings of this scanner at all. */
  concerns(scanner: string): boolean;
}

export function waiverMatcher(waiver: Waiver): WaiverMatcher {
  const rules = waiver.rules?.map(compileWordGlob);
  const paths = waiver.paths?.map(compilePathGlob);
  const { fingerprint, secret } = waiver;
  return {
    matches(finding) {
      if (rules && !rules.some((glob) => glob.matches(finding.ruleId))) return false;
      // Every place counts: a waiver of one directory must not let the same finding through elsewhere.
      if (paths && !finding.locations.every(({ uri }) => paths.some((glob) => glob.matches(uri)))) return false;
      if (fingerprint !== undefined && !carries(finding, fingerprint)) return false;
      return (
        secret === undefined || finding.fingerprints.some((f) => f.kind.startsWith('secret/') && f.value === secret)
      );
    },
    concerns(scanner) {
      return !waiver.rules || waiver.rules.some((rule) => !/^[\w-]+\//.test(rule) || rule.startsWith(`${scanner}/`));
    },
  };
}

function carries(finding: Finding, wanted: string): boolean {
  return finding.fingerprints.some(({ kind, value }) => value === wanted || `${kind}:${value}` === wanted);
}
