import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

const mostDirectories = 64;

/**
 * The object directory with all that it borrows from, in the order they are searched
 * (gitrepository-layout, "objects/info/alternates").
 * @param extra from GIT_ALTERNATE_OBJECT_DIRECTORIES
 */
export function withAlternates(directory: string, extra: readonly string[]): string[] {
  const found = new Set([directory, ...extra]);
  for (const each of found) {
    if (found.size > mostDirectories) break;
    for (const borrowed of readAlternates(each)) found.add(borrowed);
  }
  return [...found];
}

/** Packs of a directory that have an index, in a stable order. */
export function listPacks(directory: string): string[] {
  const names = readNames(join(directory, 'pack'));
  const indexes = new Set(names.filter((name) => name.endsWith('.idx')));
  const packs = names.filter((name) => name.endsWith('.pack') && indexes.has(name.replace(/\.pack$/, '.idx')));
  return packs.sort().map((name) => join(directory, 'pack', name));
}

/** Whether a pack came from a server that may have kept objects back (partial-clone, "promisor packfile"). */
export function isFromPromisor(pack: string): boolean {
  return existsSync(pack.replace(/\.pack$/, '.promisor'));
}

/** Ids of the loose objects of a directory. */
export function* listLoose(directory: string, idBytes: number): Generator<string> {
  const rest = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  for (const start of readNames(directory).sort()) {
    if (!/^[0-9a-f]{2}$/.test(start)) continue;
    for (const name of readNames(join(directory, start)).sort()) if (rest.test(name)) yield start + name;
  }
}

function readAlternates(directory: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(directory, 'info', 'alternates'), 'utf8');
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => (isAbsolute(line) ? line : resolve(directory, line)));
}

function readNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
