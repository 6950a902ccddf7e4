import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { posix } from 'node:path';
import type { ByteText } from '../byte-text.ts';

/** A file to scan. */
export interface ListedFile {
  readonly path: ByteText;
  /** The link that led to it. */
  readonly symlink: ByteText;
}

export interface ListSettings {
  /** What relative paths are relative to. */
  readonly cwd: ByteText;
  readonly followSymlinks: boolean;
  /** Whether a file or directory is left out. */
  readonly skips: (path: ByteText) => boolean;
  /** Told what could not be read; the listing goes on without it. */
  readonly onError: (message: string, path: ByteText, error: unknown) => void;
}

/**
 * The regular files under a path, which may itself be a file. Names are bytes. Links are left out, or with
 * `followSymlinks` those to files are given as their target; links to directories are never entered.
 */
export function* listFiles(root: ByteText, settings: ListSettings): Generator<ListedFile> {
  const kind = kindOf(root, settings);
  if (kind !== undefined) yield* visit(root, kind, settings);
}

type Kind = 'file' | 'directory' | 'symlink' | 'other';

function kindOf(path: ByteText, settings: ListSettings): Kind | undefined {
  try {
    const stats = lstatSync(systemPath(settings.cwd, path));
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : stats.isSymbolicLink() ? 'symlink' : 'other';
  } catch (error) {
    settings.onError('skipping', path, error);
    return undefined;
  }
}

function* visit(path: ByteText, kind: Kind, settings: ListSettings): Generator<ListedFile> {
  if (kind === 'other' || (kind === 'symlink' && !settings.followSymlinks) || settings.skips(path)) return;
  if (kind === 'directory') {
    for (const entry of readDirectory(path, settings)) {
      yield* visit(posix.join(path, entry.name), kindOfEntry(entry), settings);
    }
  } else if (kind === 'file') yield { path, symlink: '' };
  else {
    const target = resolveLink(path, settings);
    if (target !== undefined && !settings.skips(target)) yield { path: target, symlink: path };
  }
}

function readDirectory(path: ByteText, settings: ListSettings): readonly Dirent[] {
  try {
    return readdirSync(systemPath(settings.cwd, path), { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    settings.onError('skipping', path, error);
    return [];
  }
}

function kindOfEntry(entry: Dirent): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

/** The target of a link to a regular file, relative when the link is. */
function resolveLink(path: ByteText, settings: ListSettings): ByteText | undefined {
  try {
    const link = systemPath(settings.cwd, path);
    if (!statSync(link).isFile()) return undefined;
    const absolute = realpathSync(link, { encoding: 'latin1' });
    if (path.startsWith('/')) return absolute;
    return posix.relative(realpathSync(systemPath('', settings.cwd), { encoding: 'latin1' }), absolute);
  } catch (error) {
    settings.onError('skipping symlink: could not evaluate', path, error);
    return undefined;
  }
}

/** A path as the operating system takes it: its bytes, made absolute. */
export function systemPath(cwd: ByteText, path: ByteText): Buffer {
  return Buffer.from(path.startsWith('/') || cwd === '' ? path : `${cwd}/${path}`, 'latin1');
}
