import { readFileSync, statSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { ZodError } from 'zod';
import { Baseline } from '../../scanners/secrets/compat/suppress/baseline.ts';
import { IgnoreList } from '../../scanners/secrets/compat/suppress/ignore-list.ts';
import type { FlagValues } from './flag.ts';
import type { Log } from './log.ts';
import { absolute } from './scan-request.ts';

const ignoreFile = '.gitleaksignore';

/** Reads the ignore files that there are: the one named, one in the directory named, one in what is scanned. */
export function loadIgnoreList(flags: FlagValues, source: string | undefined, cwd: string, log: Log): IgnoreList {
  const list = new IgnoreList();
  const named = flags.text('gitleaks-ignore-path');
  const beside = source === undefined ? [] : [posix.join(source, ignoreFile)];
  for (const path of new Set([named, posix.join(named, ignoreFile), ...beside])) {
    const file = absolute(cwd, path);
    if (!isFile(file)) continue;
    for (const line of list.add(readFileSync(file, 'utf8'))) {
      log.warn('Invalid .gitleaksignore entry', { fingerprint: line });
    }
  }
  return list;
}

/** A baseline that cannot be read is logged, and the scan goes on without. */
export function loadBaseline(flags: FlagValues, cwd: string, log: Log): Baseline | undefined {
  const path = flags.text('baseline-path');
  if (path === '') return undefined;
  try {
    return new Baseline(JSON.parse(readFileSync(absolute(cwd, path), 'utf8')), flags.integer('redact') > 0);
  } catch (error) {
    const unreadable = error instanceof ZodError || error instanceof SyntaxError || isSystemError(error);
    if (!unreadable) throw error;
    const reason = error instanceof ZodError ? 'it is not a report' : error.message;
    log.error(`Could not load baseline. It must be a JSON report: ${path}: ${reason}`);
    return undefined;
  }
}

/** The baseline's path as a finding would name it. */
export function baselineIn(flags: FlagValues, source: string, cwd: string): string {
  return relative(absolute(cwd, source), absolute(cwd, flags.text('baseline-path')));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** A source may be a file itself, and then nothing lies below it (ENOTDIR). */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return false;
    throw error;
  }
}
