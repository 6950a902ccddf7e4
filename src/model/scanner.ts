import type { Component } from './component.ts';
import type { Finding, Unknown } from './finding.ts';
import type { ByteRange } from './location.ts';
import type { RuleMeta } from './rule.ts';
import type { FileInfo, SourceFile } from './source-file.ts';
import type { TargetKind } from './target.ts';

/** What a scanner gives back, in any order. */
export type Emission =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'component'; readonly component: Component }
  | { readonly kind: 'unknown'; readonly unknown: Unknown };

/** What the engine hands to a scan. Everything a scan may depend on besides the files. */
export interface ScanContext {
  /** Absolute root of the target; empty for stdin. */
  readonly root: string;
  readonly targetKind: TargetKind;
  /** Key of the hashes that identify secret values; differs per repository. */
  readonly salt: string;
  /** The scanner's own part of the policy file, already validated by its schema; undefined when absent. */
  readonly settings: unknown;
  /** Globs of test code (`paths.test` of the policy), for scanners that judge it more mildly. */
  readonly testPaths?: readonly string[];
  readonly signal: AbortSignal;
  readonly now: Date;
}

/** A running scan: gets files, gives emissions. One thread uses it; `file` is never called concurrently. */
export interface Scan {
  /** Looks at one file. Throws only for bugs: bad input becomes an `unknown` emission. */
  file(file: SourceFile): Iterable<Emission> | AsyncIterable<Emission>;
  /** Called once after the last file: what can only be said of the whole. */
  end?(): Iterable<Emission> | AsyncIterable<Emission>;
  /** Byte ranges of `file` that must never be shown (secret values); asked of scanners with `masks`. */
  sensitive?(file: SourceFile): readonly ByteRange[];
}

export interface Scanner {
  readonly id: string;
  readonly title: string;
  readonly accepts: readonly TargetKind[];
  /** `file`: each file stands alone, the engine may split them over threads. `project`: one scan sees all its files. */
  readonly scope: 'file' | 'project';
  /** What it says of a file depends on nothing but path, bytes and settings, so that one run may rely on another. */
  readonly pure?: boolean;
  /** Wants members of archives too. */
  readonly archives?: boolean;
  /** Can scan a huge file window by window; otherwise files above `maxBytes` are unknown `too-large`. */
  readonly windows?: boolean;
  /** Default 10,000,000. */
  readonly maxBytes?: number;
  /** Its `sensitive` ranges are masked in every excerpt of every scanner. */
  readonly masks?: boolean;
  readonly needs?: { readonly network?: boolean; readonly tool?: string; readonly database?: boolean };
  /** Rules are loaded on demand because their texts cost start-up time. */
  rules(): Promise<readonly RuleMeta[]>;
  /** Decides by name and size alone whether the file is read for this scanner. */
  wants(file: FileInfo): boolean;
  /** Starts a scan in this thread. */
  start(context: ScanContext): Promise<Scan>;
}
