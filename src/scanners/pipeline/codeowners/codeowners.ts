import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';

/** One line: who owns the files that a pattern matches. */
export interface OwnershipEntry {
  readonly at: TextRange;
  /** Without owners nobody has to look at what it matches. */
  readonly owners: readonly string[];
  /** `!pattern` (GitLab): what it matches has no owner in this section. */
  readonly excludes: boolean;
  readonly matches: (path: string) => boolean;
}

/** Entries of which the last that matches counts. Each section is asked for itself; GitHub has only one. */
export interface OwnershipSection {
  /** Empty: the entries before any heading. */
  readonly name: string;
  /** Its owners are asked, but a merge does not wait for them. */
  readonly optional: boolean;
  readonly approvals: number;
  readonly entries: readonly OwnershipEntry[];
}

/** Who owns the files of a repository. */
export interface Codeowners {
  readonly source: SourceText;
  readonly sections: readonly OwnershipSection[];
}

/** Whether a change of a file waits for an owner; else the line that decides so, if one does. */
export type Ownership = { readonly kind: 'owned' } | { readonly kind: 'optional' | 'nobody'; readonly at?: TextRange };

/** Who must approve a change of a file. One section that demands it is enough. */
export function ownershipOf(path: string, { sections }: Codeowners): Ownership {
  const decided = sections.map((section) => inSection(path, section));
  return (
    decided.find(({ kind }) => kind === 'owned') ??
    decided.find(({ kind }) => kind === 'optional') ??
    decided.find((one) => one.kind !== 'owned' && one.at !== undefined) ?? { kind: 'nobody' }
  );
}

function inSection(path: string, { entries, optional }: OwnershipSection): Ownership {
  // Wherever it stands, an exclusion counts.
  const exclusion = entries.find(({ excludes, matches }) => excludes && matches(path));
  if (exclusion) return { kind: 'nobody', at: exclusion.at };
  const last = entries.findLast(({ matches }) => matches(path));
  if (!last) return { kind: 'nobody' };
  if (last.owners.length === 0) return { kind: 'nobody', at: last.at };
  return optional ? { kind: 'optional', at: last.at } : { kind: 'owned' };
}
