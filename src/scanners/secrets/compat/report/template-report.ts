import { executeTemplate } from '../../../../lib/go-template/execute.ts';
import { parseProgram } from '../../../../lib/go-template/parse-program.ts';
import { sprigFunctions } from '../../../../lib/go-template/sprig/sprig-functions.ts';
import { GoFloat, GoInt, GoList, GoNil, GoStruct, type GoField } from '../../../../lib/go-template/value/go-value.ts';
import type { ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';

/** Writes findings, also what stands before an error. Throws `TemplateError`. */
export type TemplateReport = (findings: readonly CompatFinding[], write: (bytes: ByteText) => void) => void;

/**
 * A report by a template of the user's, with the functions of sprig. Its data is gitleaks' list of findings. `now` is the
 * clock, in milliseconds since 1970. Throws `TemplateError`.
 */
export function createTemplateReport(template: ByteText, now: () => number): TemplateReport {
  const program = parseProgram(template, 'custom', sprigFunctions(now));
  return (findings, write) => executeTemplate(program, new GoList(findings.map(findingValue), 'report.Finding'), write);
}

/** A finding with the fields that templates of gitleaks see; `Line` begins with the line break before it. */
function findingValue(finding: CompatFinding): GoStruct {
  const text = (name: string, value: ByteText): GoField => ({ name, value });
  return new GoStruct('report.Finding', [
    text('RuleID', finding.ruleId),
    text('Description', finding.description),
    { name: 'StartLine', value: new GoInt(finding.startLine) },
    { name: 'EndLine', value: new GoInt(finding.endLine) },
    { name: 'StartColumn', value: new GoInt(finding.startColumn) },
    { name: 'EndColumn', value: new GoInt(finding.endColumn) },
    { name: 'Line', value: finding.line, json: 'never' },
    text('Match', finding.match),
    text('Secret', finding.secret),
    text('File', finding.file),
    text('SymlinkFile', finding.symlinkFile),
    text('Commit', finding.commit?.hash ?? ''),
    { name: 'Link', value: finding.link, json: 'unless empty' },
    { name: 'Entropy', value: new GoFloat(finding.entropy, 'float32') },
    text('Author', finding.commit?.author ?? ''),
    text('Email', finding.commit?.email ?? ''),
    text('Date', finding.date),
    text('Message', finding.commit?.message ?? ''),
    { name: 'Tags', value: new GoList(finding.tags, 'string') },
    text('Fingerprint', finding.fingerprint),
    { name: 'Fragment', value: new GoNil('*report.Fragment'), json: 'unless empty' },
    { name: 'requiredFindings', value: new GoList([], '*report.RequiredFinding'), exported: false },
  ]);
}
