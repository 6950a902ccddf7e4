import { RE2JS } from 're2js';
import type { RepositoryFiles } from '../model/repository-files.ts';

/** No real path is longer; a pattern of that size would cost more than it finds. */
const longest = 1024;

/**
 * The files that a name in `include:local` means, sorted: `*` is any text of one path segment, `**` of several (GitLab
 * documentation, "Include configuration files", include:local with wildcards).
 */
export function filesMatching(name: string, files: RepositoryFiles): readonly string[] {
  const path = name.replace(/^\/+/, '');
  if (!path.includes('*')) return files.read(path) === undefined ? [] : [path];
  if (path.length > longest) return [];
  const pattern = path
    .split(/(\*+)/)
    .map((part) => (part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : RE2JS.quote(part)))
    .join('');
  const compiled = RE2JS.compile(pattern);
  return [...files.paths()].filter((candidate) => compiled.matches(candidate)).sort();
}
