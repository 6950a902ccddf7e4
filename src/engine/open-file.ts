import type { Unknown } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Entry } from '../model/target.ts';
import { ReadError, type Reader } from '../targets/open-reader.ts';
import { createSourceFile } from './source-file.ts';

/** Files above this many bytes are given window by window, so that memory does not follow the largest file. */
const windowBytes = 16_000_000;
/** Windows overlap by this much, so that what stands at a seam is seen whole. */
const overlapBytes = 65_536;

/** Why bytes that were listed can not be looked at. */
export type Gap = Omit<Unknown, 'scanner'>;

/**
 * Reads an entry: one file, the windows of a huge one, or the reason why it can not be read.
 * @param inWindows whether everybody who wants the file can take it in windows
 */
export async function* openFile(reader: Reader, entry: Entry, inWindows: boolean): AsyncGenerator<SourceFile | Gap> {
  const location = { uri: entry.uri };
  try {
    if (entry.size <= windowBytes) {
      const { bytes, ...rest } = await reader.read(entry);
      yield createSourceFile({ uri: entry.uri, bytes, ...rest, ...(entry.changed && { changed: entry.changed }) });
    } else if (inWindows && reader.readWindow) {
      yield* windows(reader.readWindow.bind(reader), entry);
    } else {
      yield { reason: 'too-large', message: `${entry.size} bytes are more than is read at once`, location };
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    yield { reason: error.reason, message: error.message, location };
  }
}

async function* windows(readWindow: NonNullable<Reader['readWindow']>, entry: Entry): AsyncGenerator<SourceFile> {
  let offset = 0;
  let line = 1;
  while (offset < entry.size) {
    const bytes = await readWindow(entry, offset, windowBytes);
    if (bytes.length === 0) return;
    yield createSourceFile({
      uri: entry.uri,
      bytes,
      size: entry.size,
      base: { offset, line },
      ...(entry.changed && { changed: entry.changed }),
    });
    if (offset + bytes.length >= entry.size) return;
    const next = seam(bytes);
    line += countNewlines(bytes.subarray(0, next));
    offset += next;
  }
}

/** Where the next window starts: at a line start within the overlap when there is one, so that columns stay true. */
function seam(bytes: Uint8Array): number {
  const earliest = Math.max(1, bytes.length - overlapBytes);
  const newline = bytes.indexOf(10, earliest);
  return newline === -1 || newline > bytes.length - overlapBytes / 2 ? earliest : newline + 1;
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
