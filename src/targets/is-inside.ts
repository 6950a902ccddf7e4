import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is the directory itself or lies below it, as far as names tell. */
export function isInside(directory: string, path: string): boolean {
  const inside = relative(directory, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
