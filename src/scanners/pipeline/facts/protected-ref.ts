import { compileWordGlob } from '../../../lib/glob/glob.ts';

/** Whether a protected name of GitLab, which may have `*` in it, covers a branch or tag. */
export function covers(name: string, ref: string): boolean {
  if (!name.includes('*')) return name === ref;
  try {
    return compileWordGlob(name).matches(ref);
  } catch {
    return false;
  }
}

/** Whether somebody below maintainers is among the access levels. */
export function allowsDevelopers(
  levels: readonly { readonly access_level?: number | null | undefined }[] = [],
): boolean {
  return levels.some(({ access_level: level }) => typeof level === 'number' && level > 0 && level < 40);
}
