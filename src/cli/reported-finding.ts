import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Evidence } from '../model/evidence.ts';
import { InputError } from '../model/input-error.ts';
import type { Report } from '../model/report.ts';
import { findingIds } from '../reports/finding-ids.ts';
import { parseJsonReport } from '../reports/json/parse-json-report.ts';
import { inOrder } from '../reports/order.ts';
import type { Terminal } from './command.ts';
import { readLastReport } from './last-report.ts';

/**
 * The JSON report that the user names, else that of the last run in this repository, in the order that reports show;
 * undefined when there is no last run.
 * @throws InputError when the file can not be read or is no report
 */
export function readReport(file: string | undefined, terminal: Terminal): Report | undefined {
  const text = file === undefined ? readLastReport(terminal.cwd) : readNamedFile(resolve(terminal.cwd, file), file);
  return text === undefined ? undefined : inOrder(parseJsonReport(text, terminal.now()));
}

/** @throws InputError when the file is not there or can not be read; `name` is what to call it */
export function readNamedFile(path: string, name: string): string {
  if (!existsSync(path)) throw new InputError('no-file', `there is no file ${name}`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError('no-file', `can not read ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export interface ReportedFinding {
  /** Index into the evidence's findings. */
  readonly index: number;
  readonly id: string;
}

/**
 * The finding whose id begins with `prefix`, which has at least four characters; undefined when there is none.
 * @throws InputError when there are several
 */
export function findByPrefix({ findings }: Evidence, prefix: string): ReportedFinding | undefined {
  if (prefix.length < 4) return undefined;
  const matching = findingIds(findings).flatMap((id, index) => (id.startsWith(prefix) ? [{ index, id }] : []));
  if (matching.length > 1) {
    throw new InputError('ambiguous', `${matching.length} findings begin with '${prefix}'`, 'give more of the id');
  }
  return matching[0];
}
