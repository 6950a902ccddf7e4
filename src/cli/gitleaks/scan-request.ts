import { resolve } from 'node:path';
import { platforms, type Platform } from '../../scanners/secrets/compat/source/commit-link.ts';
import type { FlagValues } from './flag.ts';
import { FatalError } from './gitleaks-io.ts';
import type { Arguments } from './parse-arguments.ts';

/** What a command line asks to scan. */
export type ScanRequest =
  | { readonly kind: 'directory'; readonly source: string; readonly followSymlinks: boolean }
  | { readonly kind: 'history'; readonly source: string; readonly logOptions: string; readonly platform: Platform }
  | { readonly kind: 'uncommitted'; readonly source: string; readonly staged: boolean; readonly platform: Platform }
  | { readonly kind: 'stdin' };

export function readScanRequest({ command, flags, positionals }: Arguments): ScanRequest {
  const path = positionals.length === 1 ? (positionals[0] ?? '.') : '.';
  switch (command?.name ?? '') {
    case 'dir':
      return { kind: 'directory', source: path, followSymlinks: flags.flag('follow-symlinks') };
    case 'git':
      return readGitRequest(path, flags);
    case 'stdin':
      return { kind: 'stdin' };
    case 'protect':
      return { kind: 'uncommitted', source: flags.text('source'), staged: flags.flag('staged'), platform: 'unknown' };
    default:
      return readDetectRequest(flags);
  }
}

function readGitRequest(source: string, flags: FlagValues): ScanRequest {
  const platform = readPlatform(flags);
  if (flags.flag('staged') || flags.flag('pre-commit')) {
    return { kind: 'uncommitted', source, staged: flags.flag('staged'), platform };
  }
  return { kind: 'history', source, logOptions: flags.text('log-opts'), platform };
}

function readDetectRequest(flags: FlagValues): ScanRequest {
  const source = flags.text('source');
  if (flags.flag('no-git')) return { kind: 'directory', source, followSymlinks: flags.flag('follow-symlinks') };
  if (flags.flag('pipe')) return { kind: 'stdin' };
  return { kind: 'history', source, logOptions: flags.text('log-opts'), platform: readPlatform(flags) };
}

function readPlatform(flags: FlagValues): Platform {
  const text = flags.text('platform').toLowerCase();
  const platform = text === '' ? 'unknown' : platforms.find((each) => each === text);
  if (platform === undefined) throw new FatalError(`invalid scm platform value: ${flags.text('platform')}`);
  return platform;
}

/** The path that is scanned; undefined for standard input. */
export function sourceOf(request: ScanRequest): string | undefined {
  return request.kind === 'stdin' ? undefined : request.source;
}

/** An absolute path for a path of the command line. */
export function absolute(cwd: string, path: string): string {
  return resolve(cwd, path);
}
