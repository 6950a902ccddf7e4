import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../lib/write-whole.ts';
import { hookShim, marker } from './shim.ts';

const executable = 0o755;

/** A hook of git's own, in the directory where git looks for it. */
export interface NativeHook {
  readonly directory: string;
  /** As git names it, for example `pre-commit`. */
  readonly name: string;
}

/** Puts our script in place; a hook that is there already is kept beside it and runs first. */
export function installNative(
  hook: NativeHook,
  words: string,
  program: string,
  node: string,
): { path: string; chained: boolean } {
  const path = join(hook.directory, hook.name);
  const kept = keptPath(hook);
  if (existsSync(path) && !isOurs(path)) {
    renameSync(path, kept);
    chmodSync(kept, executable);
  }
  const chained = existsSync(kept);
  writeWhole(path, [hookShim(words, program, node, chained ? kept : undefined)], executable);
  return { path, chained };
}

/** Puts back what was there before. Gives false when there is no hook of ours. */
export function uninstallNative(hook: NativeHook): boolean {
  const path = join(hook.directory, hook.name);
  if (!existsSync(path) || !isOurs(path)) return false;
  const kept = keptPath(hook);
  if (existsSync(kept)) renameSync(kept, path);
  else rmSync(path);
  return true;
}

function keptPath(hook: NativeHook): string {
  return join(hook.directory, `${hook.name}.before-portcullis`);
}

function isOurs(path: string): boolean {
  return readFileSync(path, 'utf8').includes(marker);
}
