import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../lib/write-whole.ts';
import type { Report } from '../model/report.ts';
import { writeJson } from '../reports/json/write-json.ts';
import { findGitDirectory } from './find-repository.ts';

/**
 * Keeps the report of the last run where `explain` finds it: inside the git directory, never in the work tree.
 * It is masked like every report. Outside git nothing is kept.
 */
export function saveLastReport(report: Report, directory: string): void {
  const path = lastReportPath(directory);
  if (path === undefined) return;
  try {
    writeWhole(path, writeJson(report, { width: 80, color: false, reproducible: false }), 0o600);
  } catch {
    // A read-only git directory costs only the convenience of `explain` without --report.
  }
}

export function readLastReport(directory: string): string | undefined {
  const path = lastReportPath(directory);
  return path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function lastReportPath(directory: string): string | undefined {
  const repository = findGitDirectory(directory);
  return repository && join(repository.gitDirectory, 'portcullis', 'last-report.json');
}
