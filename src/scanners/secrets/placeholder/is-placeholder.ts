/** What stands around a value; the strings are latin1 views of the bytes and may be empty. */
export interface ValueContext {
  /** The name the value is assigned to, as written: `DB_PASSWORD`, `spring.datasource.password`. */
  readonly key?: string;
  /** Up to 60 bytes before the value, on the same line. */
  readonly left: string;
  /** Up to 20 bytes after the value, on the same line. */
  readonly right: string;
  /** Path of the file, `/` separators. */
  readonly path: string;
}

/**
 * Says why a value is no secret (a sample, a reference to one, a sealed or public one), or undefined when nothing
 * speaks against it. The reason is a short noun phrase for `explain`. Looks at the value first: a path alone never
 * makes a placeholder.
 */
export function isPlaceholder(value: string, context: ValueContext): string | undefined {
  if (/^\s*$/.test(value)) return 'empty';
  if (/^(.)\1*$/s.test(value)) return 'one repeated character';
  if (/^[$#%@]\{?\{?|^\{\{|^<[^>]*>$|\$\{\{?/.test(value)) return 'variable reference';
  if (context.key !== undefined && context.key.toLowerCase() === value.toLowerCase()) return 'same as its key';
  return undefined;
}
