import { toBytes, type ByteText } from '../byte-text.ts';
import type { CompatConfig } from '../config/config.ts';
import type { CompatFinding } from '../finding.ts';
import { encodeGoJson, type GoJson } from './go-json.ts';

/** gitleaks' SARIF 2.1.0 report, with the columns and the zero lines that it writes. */
export function writeSarifReport(findings: readonly CompatFinding[], config: CompatConfig): ByteText {
  const driver = {
    name: 'gitleaks',
    semanticVersion: 'v8.0.0',
    informationUri: 'https://github.com/gitleaks/gitleaks',
    rules: config.order.map((id) => ({
      id: toBytes(id),
      shortDescription: { text: toBytes(config.rules.get(id)?.description ?? '') },
    })),
  };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results: findings.map(toResult) }],
  };
  return `${encodeGoJson(document, ' ')}\n`;
}

function toResult(finding: CompatFinding): GoJson {
  return {
    message: { text: describe(finding) },
    ruleId: finding.ruleId,
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: finding.link === '' ? finding.symlinkFile || finding.file : finding.link },
          region: {
            startLine: finding.startLine,
            startColumn: finding.startColumn,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
            snippet: { text: finding.secret },
          },
        },
      },
    ],
    partialFingerprints: {
      commitSha: finding.commit?.hash ?? '',
      email: finding.commit?.email ?? '',
      author: finding.commit?.author ?? '',
      date: finding.date,
      commitMessage: finding.commit?.message ?? '',
    },
    properties: { tags: finding.tags },
  };
}

function describe({ ruleId, file, commit }: CompatFinding): ByteText {
  const place = commit === undefined ? '' : ` at commit ${commit.hash}`;
  return `${ruleId} has detected secret for file ${file}${place}.`;
}
