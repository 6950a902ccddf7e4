import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { TemplateError } from '../../lib/go-template/template-error.ts';
import { fromBytes, type ByteText } from '../../scanners/secrets/compat/byte-text.ts';
import type { CompatConfig } from '../../scanners/secrets/compat/config/config.ts';
import type { CompatFinding } from '../../scanners/secrets/compat/finding.ts';
import { writeCsvReport } from '../../scanners/secrets/compat/report/csv-report.ts';
import { writeJsonReport } from '../../scanners/secrets/compat/report/json-report.ts';
import { writeJunitReport } from '../../scanners/secrets/compat/report/junit-report.ts';
import { writeSarifReport } from '../../scanners/secrets/compat/report/sarif-report.ts';
import type { TemplateReport } from '../../scanners/secrets/compat/report/template-report.ts';
import type { FlagValues } from './flag.ts';
import { FatalError, type GitleaksIo } from './gitleaks-io.ts';
import { absolute } from './scan-request.ts';

/** Writes the report of a scan; checked before the scan, so that it does not run in vain. Throws `FatalError`. */
export type ReportWriter = (findings: readonly CompatFinding[], config: CompatConfig) => void;

/** Undefined when no report was asked for. Throws `FatalError`. */
export async function prepareReport(flags: FlagValues, io: GitleaksIo): Promise<ReportWriter | undefined> {
  const path = flags.text('report-path');
  if (path === '') return undefined;
  const format = await createFormat(flags, io);
  if (path === '-') return (findings, config) => send(format(findings, config), (bytes) => void io.stdout.write(bytes));
  const file = absolute(io.cwd, path);
  requireWritable(file, path);
  return (findings, config) => send(format(findings, config), (bytes) => writeFileSync(file, bytes));
}

/** A report, or what there was of it when it failed. */
interface Report {
  readonly text: ByteText;
  readonly failure?: string;
}

/** Also what stands before a failure is written, as gitleaks does. */
function send({ text, failure }: Report, write: (bytes: Buffer) => void): void {
  write(Buffer.from(text, 'latin1'));
  if (failure !== undefined) throw new FatalError('failed to write report', failure);
}

type Format = (findings: readonly CompatFinding[], config: CompatConfig) => Report;

async function createFormat(flags: FlagValues, io: GitleaksIo): Promise<Format> {
  const name = flags.text('report-format') || formatOf(flags.text('report-path'));
  switch (name) {
    case 'json':
      return (findings) => ({ text: writeJsonReport(findings) });
    case 'csv':
      return (findings) => ({ text: writeCsvReport(findings) });
    case 'junit':
      return (findings) => ({ text: writeJunitReport(findings) });
    case 'sarif':
      return (findings, config) => ({ text: writeSarifReport(findings, config) });
    case 'template':
      return await createTemplate(flags.text('report-template'), io);
    default:
      throw new FatalError(`Unknown report format: ${name}`);
  }
}

function formatOf(path: string): string {
  const extension = extname(path).toLowerCase();
  return ['.json', '.csv', '.sarif'].includes(extension) ? extension.slice(1) : '';
}

/** The language of templates is loaded only for those who use it. */
async function createTemplate(path: string, io: GitleaksIo): Promise<Format> {
  const { createTemplateReport } = await import('../../scanners/secrets/compat/report/template-report.ts');
  const template = readTemplate(path, io.cwd);
  let report: TemplateReport;
  try {
    report = createTemplateReport(template, () => (io.now?.() ?? new Date()).getTime());
  } catch (error) {
    if (error instanceof TemplateError) throw new FatalError(refused, `error parsing file: ${messageOf(error)}`);
    throw error;
  }
  return (findings) => {
    const pieces: ByteText[] = [];
    try {
      report(findings, (bytes) => pieces.push(bytes));
      return { text: pieces.join('') };
    } catch (error) {
      if (error instanceof TemplateError) return { text: pieces.join(''), failure: messageOf(error) };
      throw error;
    }
  };
}

const refused = 'Invalid report template';

function readTemplate(path: string, cwd: string): ByteText {
  if (path === '') throw new FatalError(refused, 'template path cannot be empty');
  try {
    return readFileSync(absolute(cwd, path), 'latin1');
  } catch (error) {
    throw new FatalError(refused, `error reading file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Messages quote the template, which is bytes. */
function messageOf(error: TemplateError): string {
  return fromBytes(error.message);
}

function requireWritable(file: string, path: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FatalError(`Report path is not writable: ${path}: ${reason}`);
  }
}
