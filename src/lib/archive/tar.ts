import type { Allowance, ArchiveBudget } from './archive-budget.ts';
import type { ArchiveMember } from './archive-member.ts';

const block = 512;

/** Whether a tar header with a correct checksum stands at `offset` (POSIX.1-2017 pax, ustar interchange format; also v7). */
export function isTarHeader(bytes: Uint8Array, offset = 0): boolean {
  if (offset + block > bytes.length || bytes[offset] === 0) return false;
  const expected = readNumber(bytes, offset + 148, 8);
  // Most files are no archives and end here.
  if (Number.isNaN(expected) || expected === 0) return false;
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : (bytes[offset + at] ?? 0);
  return sum === expected;
}

/** Regular files of a tar archive, in order: ustar, GNU long names, pax paths and sizes, base-256 sizes. */
export function* readTar(bytes: Uint8Array, budget: ArchiveBudget, allowance: Allowance): Generator<ArchiveMember> {
  let offset = 0;
  let longName: string | undefined;
  let pax = new Map<string, string>();
  while (offset + block <= bytes.length && bytes[offset] !== 0) {
    if (!isTarHeader(bytes, offset)) {
      yield { unknown: 'corrupt', message: `tar header at byte ${offset} has a wrong checksum; the rest was not read` };
      return;
    }
    const type = String.fromCharCode(bytes[offset + 156] ?? 0);
    const size = Number(pax.get('size') ?? readNumber(bytes, offset + 124, 12));
    const start = offset + block;
    const end = start + size;
    if (!Number.isSafeInteger(size) || size < 0 || end > bytes.length) {
      yield { unknown: 'corrupt', message: `tar member at byte ${offset} reaches past the end of the archive` };
      return;
    }
    const content = bytes.subarray(start, end);
    if (type === 'L') longName = readText(content);
    else if (type === 'x') pax = readPaxRecords(content);
    else {
      const name = pax.get('path') ?? longName ?? headerName(bytes, offset);
      if (isRegular(type) && size > 0) {
        if (!budget.takeEntry()) {
          yield { unknown: 'limit', message: 'too many archive members; the rest was not read' };
          return;
        }
        if (size > allowance.next()) yield { unknown: 'limit', message: `${name}: larger than archives may expand to` };
        else {
          allowance.take(size);
          yield { name, bytes: content };
        }
      }
      longName = undefined;
      pax = new Map();
    }
    offset = start + Math.ceil(size / block) * block;
  }
  if (offset < bytes.length && bytes[offset] !== 0) yield { unknown: 'corrupt', message: 'tar archive ends early' };
}

function isRegular(type: string): boolean {
  return type === '0' || type === '\0' || type === '7';
}

function headerName(bytes: Uint8Array, offset: number): string {
  const name = readText(bytes.subarray(offset, offset + 100));
  const ustar = readText(bytes.subarray(offset + 257, offset + 262)) === 'ustar';
  const prefix = ustar ? readText(bytes.subarray(offset + 345, offset + 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal text, or base-256 when the first bit is set (GNU tar manual, "Basic Tar Format"). NaN when neither. */
function readNumber(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] ?? 0;
  if (first & 0x80) {
    let value = first & 0x7f;
    for (let at = 1; at < length; at++) value = value * 256 + (bytes[start + at] ?? 0);
    return value;
  }
  const text = readText(bytes.subarray(start, start + length)).trim();
  if (text === '') return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

/** `<length> <key>=<value>\n` records. */
function readPaxRecords(content: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(32, at);
    const length = space === -1 ? Number.NaN : Number(readText(content.subarray(at, space)));
    if (!Number.isInteger(length) || length <= space - at || at + length > content.length) break;
    const record = new TextDecoder().decode(content.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}
