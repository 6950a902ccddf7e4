import { compilePathGlob } from '../../../lib/glob/glob.ts';
import { GlobSyntaxError } from '../../../lib/glob/glob-syntax.ts';

export type PathMatcher = (path: string) => boolean;

/** A pattern of GitHub (documentation, "About code owners"): gitignore's, without sets and without braces. */
export function githubPattern(pattern: string): PathMatcher | undefined {
  // Neither a negation nor an escaped # is a pattern there.
  return /^(?:!|\\#)/.test(pattern) ? undefined : compile(pattern.replaceAll(/[[\]{}]/g, '\\$&'));
}

/**
 * A pattern of GitLab (documentation, "Advanced CODEOWNERS configuration"): Ruby's `File.fnmatch` with `FNM_DOTMATCH`
 * and `FNM_PATHNAME`, at any depth unless it starts with a slash, the whole directory only if it ends with one.
 */
export function gitlabPattern(pattern: string): PathMatcher | undefined {
  const anchored = pattern.startsWith('/') ? pattern : `/**/${pattern}`;
  const whole = anchored.endsWith('/') ? `${anchored}**/*` : anchored;
  const literal = whole.replaceAll(/[{}]/g, '\\$&');
  // Our globs take a plain last segment for a directory too; an escape in it says that it is a file.
  return compile(literal.replace(/\/(?=[^\\/*?[][^/]*$)/, '/\\'));
}

function compile(pattern: string): PathMatcher | undefined {
  try {
    const glob = compilePathGlob(pattern);
    return (path) => glob.matches(path);
  } catch (error) {
    // The platforms skip a line that they do not understand.
    if (error instanceof GlobSyntaxError) return undefined;
    throw error;
  }
}
