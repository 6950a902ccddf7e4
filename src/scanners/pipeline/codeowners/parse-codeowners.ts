import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import type { Codeowners, OwnershipEntry } from './codeowners.ts';
import { githubPattern, gitlabPattern, type PathMatcher } from './path-pattern.ts';

/** Lines of a file that are read. */
const mostLines = 50_000;

/** Reads a file as GitHub does (documentation, "About code owners"). */
export function parseGithubCodeowners(source: SourceText): Codeowners {
  const entries = linesOf(source).flatMap(({ text, at }): readonly OwnershipEntry[] => {
    // A comment may stand behind an entry.
    const [pattern = '', ...owners] = words(text.replace(/(?:^|\s)#.*$/, ''));
    const matches = pattern === '' ? undefined : githubPattern(pattern);
    return matches ? [entry(at, matches, owners)] : [];
  });
  return { source, sections: [{ name: '', optional: false, approvals: 1, entries }] };
}

interface OpenSection {
  readonly name: string;
  optional: boolean;
  approvals: number;
  defaults: readonly string[];
  readonly entries: OwnershipEntry[];
}

const heading = /^(?<optional>\^)?\[(?<name>[^\]]+)\](?:\[(?<approvals>\d{1,9})\])?(?<owners>\s.*)?$/;

/**
 * Reads a file as GitLab does (documentation, "Syntax of CODEOWNERS file", "Advanced CODEOWNERS configuration"):
 * sections of the same name are one, which is optional only if all its headings say so.
 */
export function parseGitlabCodeowners(source: SourceText): Codeowners {
  const first: OpenSection = { name: '', optional: false, approvals: 1, defaults: [], entries: [] };
  const sections = new Map<string, OpenSection>([['', first]]);
  let current = first;
  for (const { text, at } of linesOf(source)) {
    if (text.startsWith('#')) continue;
    const groups = heading.exec(text)?.groups;
    if (groups) current = openSection(groups, sections);
    else current.entries.push(...gitlabEntry(text, at, current.defaults));
  }
  return { source, sections: [...sections.values()] };
}

function openSection(
  groups: Readonly<Record<string, string | undefined>>,
  sections: Map<string, OpenSection>,
): OpenSection {
  const { name = '', optional, approvals = '1', owners = '' } = groups;
  const key = name.trim().toLowerCase();
  const known = sections.get(key);
  const section = known ?? { name, optional: optional !== undefined, approvals: 1, defaults: [], entries: [] };
  section.optional &&= optional !== undefined;
  section.approvals = Math.max(section.approvals, Number(approvals));
  section.defaults = ownersAmong(words(owners));
  sections.set(key, section);
  return section;
}

function gitlabEntry(text: string, at: TextRange, defaults: readonly string[]): readonly OwnershipEntry[] {
  const [written = '', ...rest] = words(text);
  const excludes = written.startsWith('!');
  const pattern = (excludes ? written.slice(1) : written).replace(/^\\#/, '#').replaceAll('\\ ', ' ');
  const matches = pattern === '' ? undefined : gitlabPattern(pattern);
  if (!matches) return [];
  const owners = ownersAmong(rest);
  return [{ ...entry(at, matches, owners.length > 0 ? owners : defaults), excludes }];
}

function entry(at: TextRange, matches: PathMatcher, owners: readonly string[]): OwnershipEntry {
  return { at, owners: ownersAmong(owners), excludes: false, matches };
}

/** Anything else is ignored. */
function ownersAmong(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /^@{1,2}[^\s@]+$|^[^\s@]+@[^\s@]+$/.test(text));
}

/** The parts of a line between white space, where a backslash does not keep it. */
function words(text: string): readonly string[] {
  return text.match(/(?:\\.|[^\s\\])+/g) ?? [];
}

function linesOf(source: SourceText): readonly { readonly text: string; readonly at: TextRange }[] {
  const lines: { text: string; at: TextRange }[] = [];
  for (let start = 0; start < source.text.length && lines.length < mostLines;) {
    const found = source.text.indexOf('\n', start);
    const end = found === -1 ? source.text.length : found;
    const text = source.text.slice(start, end).trim();
    if (text !== '') lines.push({ text, at: { source, start, end } });
    start = end + 1;
  }
  return lines;
}
