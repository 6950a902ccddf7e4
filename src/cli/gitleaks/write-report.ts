import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ByteText } from '../../scanners/secrets/compat/byte-text.ts';
import type { CompatConfig } from '../../scanners/secrets/compat/config/config.ts';
import type { CompatFinding } from '../../scanners/secrets/compat/finding.ts';
import { writeCsvReport } from '../../scanners/secrets/compat/report/csv-report.ts';
import { writeJsonReport } from '../../scanners/secrets/compat/report/json-report.ts';
import { writeJunitReport } from '../../scanners/secrets/compat/report/junit-report.ts';
import { writeSarifReport } from '../../scanners/secrets/compat/report/sarif-report.ts';
import type { FlagValues } from './flag.ts';
import { FatalError, type GitleaksIo } from './gitleaks-io.ts';
import { absolute } from './scan-request.ts';

/** Writes the report of a scan; checked before the scan, so that it does not run in vain. */
export type ReportWriter = (findings: readonly CompatFinding[], config: CompatConfig) => void;

/** Undefined when no report was asked for. Throws `FatalError`. */
export function prepareReport(flags: FlagValues, io: GitleaksIo): ReportWriter | undefined {
  const path = flags.text('report-path');
  if (path === '') return undefined;
  const format = createFormat(flags, io.cwd);
  if (path === '-') return (findings, config) => void io.stdout.write(Buffer.from(format(findings, config), 'latin1'));
  const file = absolute(io.cwd, path);
  requireWritable(file, path);
  return (findings, config) => writeFileSync(file, format(findings, config), 'latin1');
}

type Format = (findings: readonly CompatFinding[], config: CompatConfig) => ByteText;

function createFormat(flags: FlagValues, cwd: string): Format {
  const name = flags.text('report-format') || formatOf(flags.text('report-path'));
  switch (name) {
    case 'json':
      return writeJsonReport;
    case 'csv':
      return writeCsvReport;
    case 'junit':
      return writeJunitReport;
    case 'sarif':
      return writeSarifReport;
    case 'template':
      return createTemplate(flags.text('report-template'), cwd);
    default:
      throw new FatalError(`Unknown report format: ${name}`);
  }
}

function formatOf(path: string): string {
  const extension = extname(path).toLowerCase();
  return ['.json', '.csv', '.sarif'].includes(extension) ? extension.slice(1) : '';
}

function createTemplate(path: string, cwd: string): Format {
  if (path === '') throw new FatalError('Invalid report template: template path cannot be empty');
  if (!existsSync(absolute(cwd, path))) throw new FatalError(`Invalid report template: open ${path}: no such file`);
  throw new FatalError('Invalid report template: reports by a Go template are not supported');
}

function requireWritable(file: string, path: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FatalError(`Report path is not writable: ${path}: ${reason}`);
  }
}
