/** `extensions.objectFormat` (gitrepository-layout, hash-function-transition). */
export type ObjectFormat = 'sha1' | 'sha256';

export function idBytes(format: ObjectFormat): number {
  return format === 'sha1' ? 20 : 32;
}

/** The tree without entries; git knows it even where it is not stored. */
export function emptyTree(format: ObjectFormat): string {
  return format === 'sha1'
    ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';
}
