import { LazyArray, streamJson } from '../../lib/json/stream-json.ts';
import type { Report } from '../../model/report.ts';
import type { Severity } from '../../model/severity.ts';
import { findingIds } from '../finding-ids.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/**
 * GitLab's Code Quality report (the fields it reads of the Code Climate format). The fingerprint is the finding's id,
 * because GitLab shows only the first of several issues with one fingerprint. A finding on a whole file stands on line 1.
 */
export function writeCodeQuality(report: Report): Iterable<string> {
  return streamJson(new LazyArray(issues(inOrder(report))));
}

function* issues({ evidence }: Report): Generator<object> {
  const ids = findingIds(evidence.findings);
  for (const [index, finding] of evidence.findings.entries()) {
    if (!isOpen(finding)) continue;
    const [{ uri, startLine = 1 }] = finding.locations;
    yield {
      type: 'issue',
      description: finding.message,
      check_name: finding.ruleId,
      categories: ['Security'],
      fingerprint: ids[index],
      severity: severities[finding.severity],
      location: { path: uri, lines: { begin: startLine } },
    };
  }
}
