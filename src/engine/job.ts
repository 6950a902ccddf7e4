import type { TargetKind } from '../model/target.ts';
import type { ReaderSpec } from '../targets/open-reader.ts';

/** All that a thread needs to start scanning; plain data, so that it can be sent. */
export interface Job {
  readonly reader: ReaderSpec;
  /** Ids of scanners that report. */
  readonly scanners: readonly string[];
  /** Ids of scanners that only say what must not be shown. */
  readonly maskers: readonly string[];
  readonly root: string;
  readonly targetKind: TargetKind;
  readonly salt: string;
  /** The policy's part for each scanner. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Globs of test code. */
  readonly testPaths?: readonly string[];
  /** Archives in archives are opened this deep. */
  readonly archiveDepth: number;
  /** ISO time. */
  readonly now: string;
  /** Keys of what was clean in an earlier run, as in `KeyTable`; absent when nothing is remembered. */
  readonly clean?: SharedArrayBuffer;
  /** Module that exports `scanners`, when it is not Portcullis' own registry. */
  readonly registry?: string;
}
