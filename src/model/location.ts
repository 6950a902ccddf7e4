/**
 * A place in a file. Lines and columns are 1-based; columns count UTF-16 code units; `endColumn` is exclusive
 * (SARIF 2.1.0 §3.30 with `columnKind: utf16CodeUnits`). A location without lines means the whole file.
 */
export interface Location {
  /** Repository-relative, `/` separators; members of an archive are joined with `!`: `lib/a.jar!META-INF/x.properties`. */
  readonly uri: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Full commit id when the place is in history rather than in the tree that was scanned. */
  readonly commit?: string;
  /** Id of the git object that holds the bytes, when they came from one. */
  readonly blob?: string;
}

/** Half-open range of byte offsets in a file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Orders locations by path, then position. */
export function compareLocations(a: Location, b: Location): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return (a.startLine ?? 0) - (b.startLine ?? 0) || (a.startColumn ?? 0) - (b.startColumn ?? 0);
}
