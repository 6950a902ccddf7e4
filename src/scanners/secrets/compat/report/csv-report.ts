import type { ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';

const columns = [
  'RuleID',
  'Commit',
  'File',
  'SymlinkFile',
  'Secret',
  'Match',
  'StartLine',
  'EndLine',
  'StartColumn',
  'EndColumn',
  'Author',
  'Message',
  'Date',
  'Email',
  'Fingerprint',
  'Tags',
];

/** gitleaks' CSV report: empty without findings; a column for links when there are any. */
export function writeCsvReport(findings: readonly CompatFinding[]): ByteText {
  if (findings.length === 0) return '';
  const linked = findings.some((finding) => finding.link !== '');
  const rows = [linked ? [...columns, 'Link'] : columns, ...findings.map((finding) => toRow(finding, linked))];
  return rows.map((row) => `${row.map(quoteField).join(',')}\n`).join('');
}

function toRow(finding: CompatFinding, linked: boolean): readonly ByteText[] {
  const row = [
    finding.ruleId,
    finding.commit?.hash ?? '',
    finding.file,
    finding.symlinkFile,
    finding.secret,
    finding.match,
    String(finding.startLine),
    String(finding.endLine),
    String(finding.startColumn),
    String(finding.endColumn),
    finding.commit?.author ?? '',
    finding.commit?.message ?? '',
    finding.date,
    finding.commit?.email ?? '',
    finding.fingerprint,
    finding.tags.join(' '),
  ];
  return linked ? [...row, finding.link] : row;
}

/** Quotes where Go's `encoding/csv` does; the UTF-8 forms are of Unicode's white space. */
function quoteField(field: ByteText): ByteText {
  const leadingSpace =
    /^(?:[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)/;
  const plain = field !== '\\.' && !/[",\r\n]/.test(field) && !leadingSpace.test(field);
  return plain ? field : `"${field.replaceAll('"', '""')}"`;
}
