/** What is scanned. A scanner says which kinds it accepts. */
export type Target =
  | { readonly kind: 'directory'; readonly root: string }
  | { readonly kind: 'files'; readonly root: string; readonly paths: readonly string[] }
  | { readonly kind: 'staged'; readonly root: string }
  | { readonly kind: 'commits'; readonly root: string; readonly range: string }
  | { readonly kind: 'history'; readonly root: string; readonly dangling?: boolean }
  | { readonly kind: 'tree'; readonly root: string; readonly revision: string }
  | { readonly kind: 'stdin'; readonly name: string; readonly bytes: Uint8Array };

export type TargetKind = Target['kind'];

/** A thing to read, listed by the target, cheap to send between threads. */
export interface Entry {
  readonly uri: string;
  /** Size in bytes, or -1 when not known before reading. */
  readonly size: number;
  /** How the reader reaches the bytes: an absolute path, an object id, a pack position. Opaque to all but the target. */
  readonly ref: string;
  /** Differs whenever the bytes may differ; absent when that can not be told without reading. */
  readonly version?: string;
  /** Lines added by the change, when the target is a change. Findings on other lines are not reported. */
  readonly changed?: readonly LineSpan[];
}

/** Inclusive, 1-based. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}
