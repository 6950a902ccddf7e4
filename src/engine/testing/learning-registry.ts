import type { Finding } from '../../model/finding.ts';
import type { ScannerEntry } from '../../scanners/registry.ts';
import { scanner } from './registry.ts';

/** Scanners that report each file, but only from their second start on: tells what was looked at again. */
function learner(id: string, pure: boolean): ScannerEntry {
  let starts = 0;
  return scanner(id, { pure, windows: true, accepts: ['directory', 'files', 'history'] }, () => {
    const knows = ++starts > 1;
    return {
      *file({ uri }) {
        const locations: Finding['locations'] = [{ uri, startLine: 1 }];
        const about = { ruleId: `${id}/file`, scanner: id, message: 'seen', locations, fingerprints: [] };
        if (knows) yield { kind: 'finding', finding: { ...about, severity: 'low', confidence: 'low' } };
      },
    };
  });
}

export const scanners: readonly ScannerEntry[] = [learner('pure', true), learner('impure', false)];
