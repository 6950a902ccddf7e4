import type { IssueFix } from '../rule.ts';
import type { Codeowners } from './codeowners.ts';
import type { OwnedDialect } from './find-codeowners.ts';

/**
 * Lines at the end of the file that give paths an owner: whom the file names for most of its entries. It is safe when it
 * names the same everywhere. Undefined when it names nobody.
 */
export function ownerLines(
  paths: readonly string[],
  { source, sections }: Codeowners,
  dialect: OwnedDialect,
): IssueFix | undefined {
  const named = sections.flatMap(({ entries }) => entries.flatMap(({ owners }) => (owners.length > 0 ? [owners] : [])));
  const counts = new Map<string, number>();
  for (const owners of named) counts.set(owners.join(' '), (counts.get(owners.join(' ')) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) return undefined;
  const [owners] = most;
  const end = source.text.includes('\r\n') ? '\r\n' : '\n';
  const patterns = paths.map((path) => `/${path.replaceAll(/[\s\\]/g, '\\$&')}`);
  // What is excluded or optional before stays so in its section; a section of its own is asked for itself.
  const isPlain =
    dialect === 'github' ||
    (sections.length === 1 && sections.every(({ entries }) => entries.every(({ excludes }) => !excludes)));
  const lines = isPlain ? patterns.map((pattern) => `${pattern} ${owners}`) : [`[Pipeline] ${owners}`, ...patterns];
  const before = source.text === '' || source.text.endsWith('\n') ? '' : end;
  const at = { source, start: source.text.length, end: source.text.length };
  return {
    description: `Name ${owners} as owners`,
    safe: counts.size === 1,
    edits: [{ at, text: `${before}${lines.join(end)}${end}` }],
  };
}
