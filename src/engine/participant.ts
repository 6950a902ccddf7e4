import { startStopwatch } from '../lib/stopwatch.ts';
import type { Component } from '../model/component.ts';
import type { Finding, Unknown } from '../model/finding.ts';
import type { ByteRange } from '../model/location.ts';
import type { Emission, Scan, ScanContext, Scanner } from '../model/scanner.ts';
import type { FileInfo, SourceFile } from '../model/source-file.ts';
import type { Gap } from './open-file.ts';
import { leavesGap, newTally } from './tally.ts';

/** Files above this size are not offered to scanners that do not say otherwise. */
const defaultMaxBytes = 10_000_000;

/** What a scanner said, sorted by kind. */
export interface Statements {
  readonly findings: Finding[];
  readonly components: Component[];
  readonly unknowns: Unknown[];
}

export function nothingSaid(): Statements {
  return { findings: [], components: [], unknowns: [] };
}

/**
 * A scanner at work in one thread. A scanner that throws has failed for the whole run, because what it did not say
 * can not be told from "nothing found"; it gets no more files and the others go on.
 */
export class Participant {
  readonly scanner: Scanner;
  readonly tally = newTally();
  private readonly context: ScanContext;
  private scan: Scan | undefined;

  private constructor(scanner: Scanner, context: ScanContext) {
    this.scanner = scanner;
    this.context = context;
  }

  /**
   * Most scanners load what they need with the first file they want, or when they are first asked what to mask.
   * @param reports one that does and masks too is asked about any file
   */
  static async enlist(scanner: Scanner, context: ScanContext, reports: boolean): Promise<Participant> {
    const participant = new Participant(scanner, context);
    if (scanner.masks && reports) await participant.start();
    return participant;
  }

  wants(info: FileInfo): boolean {
    if (this.tally.failed !== undefined) return false;
    if (info.depth > 0 && !this.scanner.archives) return false;
    return this.scanner.wants(info);
  }

  async look(file: SourceFile): Promise<Statements> {
    if (file.size > (this.scanner.maxBytes ?? defaultMaxBytes) && !this.scanner.windows) {
      const message = `${file.size} bytes are more than ${this.scanner.id} reads`;
      return {
        findings: [],
        components: [],
        unknowns: [this.miss({ reason: 'too-large', message, location: { uri: file.uri } })],
      };
    }
    if (file.base.offset === 0) this.tally.examined++;
    return await this.collect(`in ${file.uri}`, (scan) => scan.file(file));
  }

  async conclude(): Promise<Statements> {
    if (!this.scan) return nothingSaid();
    return await this.collect('at the end', (scan) => scan.end?.() ?? []);
  }

  /** Records that something this scanner wanted could not be looked at. */
  miss(gap: Gap): Unknown {
    if (leavesGap(gap.reason)) this.tally.partial ??= `${gap.location?.uri ?? 'target'}: ${gap.message}`;
    return { ...gap, scanner: this.scanner.id };
  }

  /** What must not be shown; undefined when that can not be said, and then nothing of the file may be shown. */
  async sensitive(file: SourceFile): Promise<readonly ByteRange[] | undefined> {
    if (!this.scanner.masks) return [];
    if (this.tally.failed !== undefined) return undefined;
    const scan = this.scan ?? (await this.start());
    if (!scan) return undefined;
    try {
      return scan.sensitive?.(file) ?? [];
    } catch (error) {
      this.fail(`in ${file.uri}`, error);
      return undefined;
    }
  }

  private async start(): Promise<Scan | undefined> {
    try {
      this.scan = await this.scanner.start(this.context);
    } catch (error) {
      this.fail('at the start', error);
    }
    return this.scan;
  }

  private async collect(
    where: string,
    work: (scan: Scan) => Iterable<Emission> | AsyncIterable<Emission>,
  ): Promise<Statements> {
    const said = nothingSaid();
    if (this.tally.failed !== undefined) return said;
    const scan = this.scan ?? (await this.start());
    if (!scan) return said;
    const elapsed = startStopwatch();
    try {
      for await (const emission of work(scan)) this.sort(emission, said);
    } catch (error) {
      this.fail(where, error);
    }
    this.tally.millis += elapsed();
    return said;
  }

  private sort(emission: Emission, said: Statements): void {
    if (emission.kind === 'finding') said.findings.push(emission.finding);
    else if (emission.kind === 'component') said.components.push(emission.component);
    else said.unknowns.push(this.miss(emission.unknown));
  }

  private fail(where: string, error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    this.tally.failed = `${this.scanner.id} failed ${where}: ${cause}`;
  }
}
