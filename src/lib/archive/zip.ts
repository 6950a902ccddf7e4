import { crc32 } from 'node:zlib';
import type { Allowance, ArchiveBudget } from './archive-budget.ts';
import type { ArchiveMember } from './archive-member.ts';
import { decompress, type Compression } from './decompress.ts';

/** Record signatures and layouts: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local), 4.3.12 (central), 4.3.14-16 (end). */
const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const endSize = 22;
const longestComment = 65_535;

interface Directory {
  readonly offset: number;
  readonly size: number;
  /** Where byte 0 of the archive is: after the stub of a self-extracting one. */
  readonly start: number;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly checksum: number;
  readonly local: number;
}

/** Whether the bytes end in a zip directory. */
export function hasZipDirectory(bytes: Uint8Array): boolean {
  return findDirectory(viewOf(bytes)) !== undefined;
}

/** Files of a zip archive in the order of its central directory. */
export function* readZip(bytes: Uint8Array, budget: ArchiveBudget, allowance: Allowance): Generator<ArchiveMember> {
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  if (!directory) {
    yield { unknown: 'corrupt', message: 'zip archive without a central directory' };
    return;
  }
  let offset = directory.offset;
  const end = directory.offset + directory.size;
  while (offset + 46 <= end) {
    if (view.getUint32(offset, true) !== centralSignature) {
      yield { unknown: 'corrupt', message: 'zip directory is damaged; the rest was not read' };
      return;
    }
    const { entry, next } = readEntry(bytes, view, offset, end);
    offset = next;
    if (entry.name.endsWith('/') || entry.size === 0) continue;
    if (!budget.takeEntry()) {
      yield { unknown: 'limit', message: 'too many archive members; the rest was not read' };
      return;
    }
    const member = readMember(bytes, view, directory.start, entry, allowance);
    yield member;
    if ('bytes' in member && crc32(member.bytes) !== entry.checksum) {
      yield { unknown: 'corrupt', message: `${entry.name}: differs from its checksum` };
    }
  }
}

function readMember(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  entry: Entry,
  allowance: Allowance,
): ArchiveMember {
  const { name } = entry;
  if (entry.encrypted) return { unknown: 'unsupported', message: `${name}: encrypted` };
  const local = start + entry.local;
  if (local < 0 || local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) {
    return { unknown: 'corrupt', message: `${name}: no local header where the directory says` };
  }
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (data + entry.packed > bytes.length)
    return { unknown: 'corrupt', message: `${name}: reaches past the end of the archive` };
  const packed = bytes.subarray(data, data + entry.packed);
  const limit = allowance.next();
  if (entry.size > limit) return { unknown: 'limit', message: `${name}: larger than archives may expand to` };
  if (entry.method === 0) {
    allowance.take(packed.length);
    return { name, bytes: packed };
  }
  const compression = compressionOf(entry.method);
  if (!compression) return { unknown: 'unsupported', message: `${name}: zip compression method ${entry.method}` };
  const result = decompress(compression, packed, limit, entry.size);
  if (!('bytes' in result)) return { unknown: result.outcome, message: `${name}: ${result.outcome}` };
  allowance.take(result.bytes.length);
  return { name, bytes: result.bytes };
}

function compressionOf(method: number): Compression | undefined {
  if (method === 8) return 'deflate-raw';
  return method === 93 ? 'zstd' : undefined;
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number, end: number): { entry: Entry; next: number } {
  const flags = view.getUint16(offset + 8, true);
  const nameEnd = Math.min(offset + 46 + view.getUint16(offset + 28, true), end);
  const extraEnd = Math.min(nameEnd + view.getUint16(offset + 30, true), end);
  const sizes = [
    view.getUint32(offset + 24, true),
    view.getUint32(offset + 20, true),
    view.getUint32(offset + 42, true),
  ];
  const [size = 0, packed = 0, local = 0] = withZip64(view, nameEnd, extraEnd, sizes);
  return {
    entry: {
      name: decodeName(bytes.subarray(offset + 46, nameEnd)),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(offset + 10, true),
      packed,
      size,
      checksum: view.getUint32(offset + 16, true),
      local,
    },
    next: extraEnd + view.getUint16(offset + 32, true),
  };
}

/** Replaces the values that are 0xffffffff by those of the zip64 extra field (4.5.3), in its fixed order. */
function withZip64(view: DataView, start: number, end: number, values: readonly number[]): readonly number[] {
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff || field + 8 > end) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      });
    }
    at += 4 + length;
  }
  return values;
}

function findDirectory(view: DataView): Directory | undefined {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const found =
      directory64(view, at) ?? directoryAt(at, view.getUint32(at + 12, true), view.getUint32(at + 16, true));
    if (found) return found;
  }
  return undefined;
}

function directory64(view: DataView, end: number): Directory | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return undefined;
  const announced = Number(view.getBigUint64(locator + 8, true));
  if (announced + 56 > locator || view.getUint32(announced, true) !== end64Signature) return undefined;
  return directoryAt(
    announced,
    Number(view.getBigUint64(announced + 40, true)),
    Number(view.getBigUint64(announced + 48, true)),
  );
}

/** The directory stands right before its end record; a stub before the archive shifts everything. */
function directoryAt(end: number, size: number, offset: number): Directory | undefined {
  const actual = end - size;
  return actual >= offset ? { offset: actual, size, start: actual - offset } : undefined;
}

/** UTF-8 where it is valid, else one character a byte (code page 437 is not worth its table for names). */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
