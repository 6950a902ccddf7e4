import { compilePathGlob, type Glob } from '../../lib/glob/glob.ts';
import type { Finding, Suppression } from '../../model/finding.ts';
import type { ByteRange } from '../../model/location.ts';
import type { Emission, Scan, ScanContext } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { findAllowComment } from './allow-comment.ts';
import type { SecretCandidate } from './candidate.ts';
import { locate } from './locate.ts';
import type { Detection, SecretDetector } from './secret-detector.ts';
import { toFinding } from './to-finding.ts';

/** A comment is looked for within this many bytes on each side of the value. */
const longestComment = 2000;
/** Generic candidates that were rejected are still hidden in excerpts from this probability on. */
const hiddenScore = 0.2;

/** One thread's scan. */
export class SecretScan implements Scan {
  private readonly detector: SecretDetector;
  private readonly salt: string;
  private readonly testCode: readonly Glob[];
  private last: { readonly file: SourceFile; readonly explain: boolean; readonly detection: Detection } | undefined;

  constructor(detector: SecretDetector, context: ScanContext) {
    this.detector = detector;
    this.salt = context.salt;
    this.testCode = (context.testPaths ?? []).map((glob) => compilePathGlob(glob));
  }

  *file(file: SourceFile): Generator<Emission> {
    for (const candidate of this.reported(file)) yield { kind: 'finding', finding: this.findingFor(candidate, file) };
    yield* this.gaps(file);
  }

  /** The secrets of a file; they hold their values. */
  reported(file: SourceFile): readonly SecretCandidate[] {
    return this.detect(file).candidates.filter((candidate) => candidate.dropped === undefined);
  }

  findingFor(candidate: SecretCandidate, file: SourceFile): Finding {
    const suppression = allowComment(file, candidate.rule.id, candidate.range);
    return toFinding(candidate, locate(file, candidate.range), this.salt, suppression);
  }

  /** What was not looked at. */
  *gaps(file: SourceFile): Generator<Emission> {
    if (!this.detect(file).exceeded) return;
    const message = 'more encoded content than is decoded for a file of this size';
    yield { kind: 'unknown', unknown: { scanner: 'secrets', reason: 'limit', message, location: { uri: file.uri } } };
  }

  /** Generous: also what only might be a secret. */
  sensitive(file: SourceFile): readonly ByteRange[] {
    return this.detect(file, true)
      .candidates.filter((candidate) => candidate.dropped === undefined || (candidate.score ?? 0) >= hiddenScore)
      .map((candidate) => candidate.range);
  }

  /** The engine asks for the findings of a file and, if there are any, right after for what to hide in it. */
  private detect(file: SourceFile, explain = false): Detection {
    if (this.last?.file !== file || this.last.explain !== explain) {
      const { bytes, uri, fresh } = file;
      const input = {
        bytes,
        path: this.judgedPath(uri),
        binary: file.binary(),
        explain,
        ...(fresh && { ranges: fresh }),
      };
      this.last = { file, explain, detection: this.detector.detect(input) };
    }
    return this.last.detection;
  }

  /** What the project calls test code is judged as if it lay in a directory of that name. */
  private judgedPath(uri: string): string {
    return this.testCode.some((glob) => glob.matches(uri)) ? `test/${uri}` : uri;
  }
}

/** The comment on the lines of the value or right above them. */
function allowComment(file: SourceFile, ruleId: string, range: ByteRange): Suppression | undefined {
  const { bytes } = file;
  const before = bytes.subarray(Math.max(0, range.start - longestComment), range.start);
  const after = bytes.subarray(range.end, range.end + longestComment);
  const lineBreak = after.indexOf(10);
  const lines = new TextDecoder().decode(before).split('\n').slice(-2);
  const rest = new TextDecoder().decode(lineBreak === -1 ? after : after.subarray(0, lineBreak));
  return findAllowComment(ruleId, lines.length > 1 ? (lines[0] ?? '') : '', `${lines.at(-1)} ${rest}`);
}
