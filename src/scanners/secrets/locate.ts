import { isWideText } from '../../lib/encoding/wide-text.ts';
import type { ByteRange, Location } from '../../model/location.ts';
import type { SourceFile } from '../../model/source-file.ts';

/** The place of a byte range, for people; in UTF-16 files columns count characters, too. */
export function locate(file: SourceFile, range: ByteRange): Location {
  const place = isWideText(file.bytes) ? widePosition : (file: SourceFile, offset: number) => file.position(offset);
  const start = place(file, range.start);
  const end = place(file, range.end);
  return {
    uri: file.uri,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function widePosition(file: SourceFile, offset: number): { readonly line: number; readonly column: number } {
  const { bytes, base } = file;
  const bigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  const even = offset - (offset % 2);
  let line = base.line;
  let lineStart = base.offset === 0 && (bytes[0] === 0xff || bytes[0] === 0xfe) ? 2 : 0;
  for (let at = 0; at + 1 < even; at += 2) {
    const unit = bigEndian
      ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      : (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (unit !== 10) continue;
    line++;
    lineStart = at + 2;
  }
  return { line, column: 1 + (even - lineStart) / 2 };
}
