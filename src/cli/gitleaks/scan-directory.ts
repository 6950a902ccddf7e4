import { lstatSync } from 'node:fs';
import { fromBytes, toBytes, type ByteText } from '../../scanners/secrets/compat/byte-text.ts';
import { allowsPath } from '../../scanners/secrets/compat/config/allowlist.ts';
import type { CompatConfig } from '../../scanners/secrets/compat/config/config.ts';
import type { Detector } from '../../scanners/secrets/compat/detector.ts';
import { listFiles, systemPath, type ListedFile } from '../../scanners/secrets/compat/source/list-files.ts';
import { scanFile, type FileSettings } from '../../scanners/secrets/compat/source/scan-file.ts';
import { FatalError } from './gitleaks-io.ts';
import type { ScanSink } from './scan-sink.ts';

export interface DirectoryScan {
  readonly source: string;
  readonly followSymlinks: boolean;
  readonly config: CompatConfig;
  readonly detector: Detector;
  readonly files: FileSettings;
  readonly skippedPaths: ReadonlySet<ByteText>;
  readonly signal: AbortSignal;
}

/** Scans the files of a directory, or one file. Ends early when the signal says so. */
export async function scanDirectory(scan: DirectoryScan, sink: ScanSink): Promise<void> {
  const { config, files, skippedPaths } = scan;
  const root = toBytes(scan.source);
  requireExistence(root, files.cwd);
  const listed = listFiles(root, {
    cwd: files.cwd,
    followSymlinks: scan.followSymlinks,
    skips: (path) => skippedPaths.has(path) || config.allowlists.some((allowlist) => allowsPath(allowlist, path)),
    onError: (message, path, error) => {
      // A link that leads nowhere hides nothing.
      const lost = !message.startsWith('skipping symlink');
      sink.problem(message, { error: describe(error), path: fromBytes(path) }, lost);
    },
  });
  let count = 0;
  for (const file of listed) {
    scanOne(file, scan, sink);
    // Lets timers and signals have their turn.
    if (++count % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (scan.signal.aborted) return;
  }
}

function requireExistence(root: ByteText, cwd: ByteText): void {
  if (lstatSync(systemPath(cwd, root), { throwIfNoEntry: false }) === undefined) {
    throw new FatalError(`stat ${fromBytes(root)}: no such file or directory`);
  }
}

function scanOne(file: ListedFile, { detector, files }: DirectoryScan, sink: ScanSink): void {
  try {
    const { findings, bytes, problems } = scanFile(file, detector, files);
    sink.bytes(bytes);
    for (const finding of findings) sink.finding(finding);
    for (const { path, message, lost } of problems) {
      sink.problem('could not read file', { error: message, path: fromBytes(path) }, lost);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    sink.problem('skipping file', { error: error.message, path: fromBytes(file.path) }, error.code !== 'ENOENT');
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
