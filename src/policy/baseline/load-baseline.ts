import { join } from 'node:path';
import { readFileInside } from '../read-file-inside.ts';
import type { Baseline } from './baseline.ts';
import { readBaseline } from './read-baseline.ts';

const mostBytes = 50_000_000;

/**
 * The baseline of a repository; undefined when it has none.
 * @param path relative to the root
 * @throws InputError `unreadable-file`, `invalid-baseline`
 */
export function loadBaseline(root: string, path: string): Baseline | undefined {
  const text = readFileInside({ path: join(root, path), name: path, inside: root, mostBytes });
  return text === undefined ? undefined : readBaseline(text, path);
}
