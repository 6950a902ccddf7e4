import type { CompatFinding } from '../../scanners/secrets/compat/finding.ts';
import type { Baseline } from '../../scanners/secrets/compat/suppress/baseline.ts';
import type { IgnoreList } from '../../scanners/secrets/compat/suppress/ignore-list.ts';
import type { Log } from './log.ts';

/** Receives what a scan finds and notices, while it runs. */
export interface ScanSink {
  finding(finding: CompatFinding): void;
  /** Bytes that were looked at. */
  bytes(count: number): void;
  /** Something could not be read. `lost`: the scan is not complete. */
  problem(message: string, fields: Readonly<Record<string, string>>, lost: boolean): void;
}

/** Keeps the findings that are neither ignored nor known. */
export class Collector implements ScanSink {
  readonly findings: CompatFinding[] = [];
  scannedBytes = 0;
  /** Something was not looked at. */
  partial = false;
  readonly #log: Log;
  readonly #ignored: IgnoreList;
  readonly #baseline: Baseline | undefined;

  constructor(log: Log, ignored: IgnoreList, baseline: Baseline | undefined) {
    this.#log = log;
    this.#ignored = ignored;
    this.#baseline = baseline;
  }

  finding(finding: CompatFinding): void {
    if (!this.#ignored.has(finding) && this.#baseline?.has(finding) !== true) this.findings.push(finding);
  }

  bytes(count: number): void {
    this.scannedBytes += count;
  }

  problem(message: string, fields: Readonly<Record<string, string>>, lost: boolean): void {
    if (lost) this.partial = true;
    if (lost) this.#log.error(message, fields);
    else this.#log.warn(message, fields);
  }

  /** By path, line and rule; gitleaks' own order changes from run to run. */
  sorted(): readonly CompatFinding[] {
    return this.findings.toSorted(
      (a, b) =>
        compare(a.file, b.file) ||
        a.startLine - b.startLine ||
        compare(a.ruleId, b.ruleId) ||
        a.startColumn - b.startColumn ||
        compare(a.commit?.hash ?? '', b.commit?.hash ?? ''),
    );
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
