import type { Report, ReportOptions } from '../../src/model/report.ts';
import { reportFormats } from '../../src/reports/formats.ts';
import { plainOptions } from './build-report.ts';

/** The whole text of a report in the format that users name `id`. */
export async function writeReport(id: string, report: Report, changes: Partial<ReportOptions> = {}): Promise<string> {
  const entry = reportFormats.find((format) => format.id === id);
  if (!entry) throw new Error(`no format ${id}`);
  const format = await entry.load();
  return [...format.write(report, { ...plainOptions, ...changes })].join('');
}
