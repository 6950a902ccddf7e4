import type { Finding } from '../model/finding.ts';
import type { ByteRange, Location } from '../model/location.ts';
import type { ScanContext, Scanner } from '../model/scanner.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Entry } from '../model/target.ts';
import { fingerprint } from '../policy/fingerprints/fingerprint.ts';
import type { Reader } from '../targets/open-reader.ts';
import type { KeyTable } from '../lib/cache/key-table.ts';
import { contentKey, stateKey } from './cache/clean-keys.ts';
import { blankOut, makeExcerpt } from './excerpt.ts';
import { members } from './members.ts';
import { openFile } from './open-file.ts';
import { nothingSaid, Participant, type Statements } from './participant.ts';
import type { Tally } from './tally.ts';

/** What was said about a batch, and the keys of what nothing was to be said about. */
export interface Examined extends Statements {
  readonly clean: readonly string[];
}

/** Reads files and offers each to the scanners that want it. One per thread. */
export class Examiner {
  private readonly reader: Reader;
  private readonly archiveDepth: number;
  private readonly participants: Participant[] = [];
  /** Scanners that do not report in this run but know what must not be shown. */
  private readonly maskers: Participant[] = [];
  /** Files that a project-wide scanner may still report on after the last file. */
  private readonly retained = new Map<string, Entry>();
  private said = nothingSaid();
  private clean: string[] = [];
  private readonly known: KeyTable | undefined;

  /** @param known keys of what was clean in an earlier run; when absent none are made either */
  constructor(reader: Reader, archiveDepth: number, known?: KeyTable) {
    this.reader = reader;
    this.archiveDepth = archiveDepth;
    this.known = known;
  }

  async enlist(scanner: Scanner, context: ScanContext, reports: boolean): Promise<void> {
    const participant = await Participant.enlist(scanner, context, reports);
    if (reports) this.participants.push(participant);
    else this.maskers.push(participant);
  }

  /** Reads the entry once; a failure to read is an unknown of everyone who wanted it. */
  async examine(entry: Entry): Promise<void> {
    const name = entry.uri.slice(entry.uri.lastIndexOf('/') + 1);
    const info = { uri: entry.uri, name, size: entry.size, depth: 0 };
    const wanting = this.participants.filter((p) => p.wants(info));
    if (wanting.length === 0) return;
    for (const { tally } of wanting) tally.wanted++;
    if (wanting.some((p) => p.scanner.scope === 'project')) this.retained.set(entry.uri, entry);
    const inWindows = wanting.every((p) => p.scanner.windows);
    const reported = new Set<string>();
    const isKept = this.known !== undefined && !entry.changed && wanting.every((p) => p.scanner.pure);
    const keys = isKept ? [stateKey(entry)] : [];
    const before = this.amountSaid();
    for await (const opened of openFile(this.reader, entry, inWindows)) {
      if ('reason' in opened) this.said.unknowns.push(...wanting.map((p) => p.miss(opened)));
      else {
        const key = isKept && isOwnContent(opened) ? contentKey(entry.uri, opened.bytes) : undefined;
        keys.push(key);
        if (key !== undefined && this.known?.has(key)) for (const { tally } of wanting) tally.examined++;
        else await this.offer(opened, wanting, reported);
      }
    }
    if (this.amountSaid() !== before || wanting.some(({ tally }) => tally.failed !== undefined)) return;
    for (const key of keys) if (key !== undefined) this.clean.push(key);
  }

  private amountSaid(): number {
    return this.said.findings.length + this.said.components.length + this.said.unknowns.length;
  }

  /** What was said since the last call. */
  take(): Examined {
    const taken = { ...this.said, clean: this.clean };
    this.said = nothingSaid();
    this.clean = [];
    return taken;
  }

  /** Lets scanners say what can only be said of the whole, then gives the sums. */
  async finish(): Promise<Readonly<Record<string, Tally>>> {
    for (const participant of this.participants) {
      const { findings, components, unknowns } = await participant.conclude();
      this.said.components.push(...components);
      this.said.unknowns.push(...unknowns);
      for (const [uri, found] of byFile(findings)) await this.completeLate(uri, found);
    }
    return Object.fromEntries(this.participants.map((p) => [p.scanner.id, p.tally]));
  }

  private async offer(file: SourceFile, takers: readonly Participant[], reported: Set<string>): Promise<void> {
    const found: Finding[] = [];
    for (const taker of takers) {
      const { findings, components, unknowns } = await taker.look(file);
      found.push(...findings);
      this.said.components.push(...components);
      this.said.unknowns.push(...unknowns);
    }
    await this.complete(
      file,
      found.filter((finding) => touches(file, finding) && (isWhole(file) || isFirst(finding, reported))),
    );
    const openers = this.participants.filter((p) => p.scanner.archives);
    if (openers.length > 0) await this.descend(file, openers);
  }

  private async descend(file: SourceFile, openers: readonly Participant[]): Promise<void> {
    for (const member of members(file, this.archiveDepth)) {
      if ('reason' in member) this.said.unknowns.push(...openers.map((p) => p.miss(member)));
      else
        await this.offer(
          member,
          openers.filter((p) => p.wants(member)),
          new Set(),
        );
    }
  }

  /** Adds the excerpt and the general fingerprints, for which the file's text is needed. */
  private async complete(file: SourceFile, found: readonly Finding[]): Promise<void> {
    if (found.length === 0) return;
    const sensitive = await this.sensitiveRanges(file);
    const lines = sensitive ? lazyLines(file, sensitive) : () => undefined;
    for (const finding of found) {
      const excerpt = finding.excerpt ?? (sensitive && makeExcerpt(file, finding.locations[0], sensitive));
      const fingerprints = [...finding.fingerprints, ...fingerprint(finding, { line: lines })];
      const locations = atObject(file, finding.locations);
      this.said.findings.push({ ...finding, locations, fingerprints, ...(excerpt && { excerpt }) });
    }
  }

  /** Findings that were reported after their file went by: it is read again, once, which only findings cost. */
  private async completeLate(uri: string, found: readonly Finding[]): Promise<void> {
    const entry = this.retained.get(uri);
    if (entry) {
      for await (const opened of openFile(this.reader, entry, false)) {
        if ('reason' in opened) break;
        await this.complete(opened, found);
        return;
      }
    }
    for (const finding of found) {
      const fingerprints = [...finding.fingerprints, ...fingerprint(finding, { line: () => undefined })];
      this.said.findings.push({ ...finding, fingerprints });
    }
  }

  /** Undefined when a scanner that knows secrets can not say where they are: then no line is quoted. */
  private async sensitiveRanges(file: SourceFile): Promise<readonly ByteRange[] | undefined> {
    const ranges: ByteRange[] = [];
    for (const participant of [...this.participants, ...this.maskers]) {
      const mine = await participant.sensitive(file);
      if (!mine) return undefined;
      ranges.push(...mine);
    }
    return ranges;
  }
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { uri } = finding.locations[0];
    const found = files.get(uri);
    if (found) found.push(finding);
    else files.set(uri, [finding]);
  }
  return files;
}

function touches(file: SourceFile, finding: Finding): boolean {
  const { startLine, endLine } = finding.locations[0];
  if (!file.changed || startLine === undefined) return true;
  const last = endLine ?? startLine;
  return file.changed.some((span) => span.start <= last && span.end >= startLine);
}

/** Places in history say which object and commit they are in. */
function atObject(file: SourceFile, locations: Finding['locations']): Finding['locations'] {
  if (file.blob === undefined && file.commit === undefined) return locations;
  const { blob, commit } = file;
  const stamp = (location: Location): Location => ({
    ...location,
    ...(blob !== undefined && { blob }),
    ...(commit !== undefined && { commit }),
  });
  const [first, ...rest] = locations;
  return [stamp(first), ...rest.map((location) => (location.uri === file.uri ? stamp(location) : location))];
}

/** Whether the bytes alone are what is judged: not of an object, of which perhaps only a part is fresh. */
function isOwnContent(file: SourceFile): boolean {
  return isWhole(file) && file.blob === undefined && file.commit === undefined;
}

function isWhole(file: SourceFile): boolean {
  return file.bytes.length === file.size;
}

/** Windows of a huge file overlap: what stands in the overlap is found twice and reported once. */
function isFirst(finding: Finding, reported: Set<string>): boolean {
  const { startLine, startColumn, endLine, endColumn } = finding.locations[0];
  const key = `${finding.ruleId} ${startLine}:${startColumn}-${endLine}:${endColumn}`;
  if (startLine !== undefined && reported.has(key)) return false;
  reported.add(key);
  return true;
}

/** Lines without what is secret in them: what is hashed may be published too. */
function lazyLines(file: SourceFile, sensitive: readonly ByteRange[]): (line: number) => string | undefined {
  let lines: string[] | undefined;
  const read = (): string[] => {
    if (sensitive.length === 0) return file.text().split('\n');
    return new TextDecoder('utf-8').decode(blankOut(file.bytes, sensitive)).split('\n');
  };
  return (line) => (lines ??= read())[line - file.base.line]?.replace(/\r$/, '');
}
