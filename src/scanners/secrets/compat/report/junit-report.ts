import { RuneText } from '../../../../lib/re2/rune-text.ts';
import type { ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';
import { encodeGoJson } from './go-json.ts';
import { jsonFields } from './json-report.ts';

/** gitleaks' JUnit report: a failed test case for each finding. */
export function writeJunitReport(findings: readonly CompatFinding[]): ByteText {
  const count = findings.length;
  const cases = findings.map(writeCase).join('');
  const suite = `<testsuite failures="${count}" name="gitleaks" tests="${count}" time="">`;
  const body = count === 0 ? `${suite}</testsuite>` : `${suite}${cases}\n\t</testsuite>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n\t${body}\n</testsuites>`;
}

function writeCase(finding: CompatFinding): ByteText {
  const title = describe(finding);
  const type = escapeXml(finding.description);
  const details = escapeXml(encodeGoJson(jsonFields(finding), '\t'));
  return (
    `\n\t\t<testcase classname="${type}" file="${escapeXml(finding.file)}" name="${escapeXml(title)}" time="">` +
    `\n\t\t\t<failure message="${escapeXml(title)}" type="${type}">${details}</failure>\n\t\t</testcase>`
  );
}

function describe({ ruleId, file, startLine, commit }: CompatFinding): ByteText {
  if (commit === undefined) return `${ruleId} has detected a secret in file ${file}, line ${startLine}.`;
  return `${ruleId} has detected a secret in file ${file}, line ${startLine}, at commit ${commit.hash}.`;
}

const entities: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Escapes as Go's `encoding/xml`; what XML 1.0 does not allow becomes U+FFFD. */
function escapeXml(bytes: ByteText): ByteText {
  const escaped = new RuneText(bytes).text.replaceAll(
    /["'&<>\p{Cc}\ufffe\uffff]/gu,
    (rune) => entities[rune] ?? (rune < ' ' || rune > '\u00ff' ? '\ufffd' : rune),
  );
  return Buffer.from(escaped, 'utf8').toString('latin1');
}
