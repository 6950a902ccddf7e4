import type { ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';
import { encodeGoJson, shortestFloat32, type GoJson } from './go-json.ts';

/** gitleaks' JSON report; baselines are read from it. */
export function writeJsonReport(findings: readonly CompatFinding[]): ByteText {
  return `${encodeGoJson(findings.map(jsonFields), ' ')}\n`;
}

/** A finding as it stands in JSON reports, in the order of the fields. */
export function jsonFields(finding: CompatFinding): GoJson {
  return {
    RuleID: finding.ruleId,
    Description: finding.description,
    StartLine: finding.startLine,
    EndLine: finding.endLine,
    StartColumn: finding.startColumn,
    EndColumn: finding.endColumn,
    Match: finding.match,
    Secret: finding.secret,
    File: finding.file,
    SymlinkFile: finding.symlinkFile,
    Commit: finding.commit?.hash ?? '',
    Link: finding.link === '' ? undefined : finding.link,
    Entropy: shortestFloat32(finding.entropy),
    Author: finding.commit?.author ?? '',
    Email: finding.commit?.email ?? '',
    Date: finding.date,
    Message: finding.commit?.message ?? '',
    Tags: finding.tags,
    Fingerprint: finding.fingerprint,
  };
}
