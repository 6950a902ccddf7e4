/** A file's name without quotes and without the ways to say "here". */
export function pathOf(text: string): string {
  return text.replace(/["']/g, '').replace(/^(?:\.\/|\$\{?CI_PROJECT_DIR\}?\/|\$\{?GITHUB_WORKSPACE\}?\/)+/, '');
}

/** Whether an artifact path (a file, a directory or a glob) takes in a file. */
export function covers(kept: string, path: string): boolean {
  if (kept === '' || kept === '.' || kept === path) return true;
  const star = kept.search(/[*?[{]/);
  const fixed = star === -1 ? `${kept.replace(/\/$/, '')}/` : kept.slice(0, star);
  if (!path.startsWith(fixed)) return false;
  if (star === -1) return true;
  const suffix = /[^*?\]}]*$/.exec(kept)?.[0] ?? '';
  return path.endsWith(suffix);
}
