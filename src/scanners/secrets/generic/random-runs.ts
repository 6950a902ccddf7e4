import { findTokenRuns } from '../../../lib/encoding/token-runs.ts';

const longest = 160;

/** 1 for digits. */
const digit = Uint8Array.from({ length: 256 }, (_, code) => (code >= 0x30 && code <= 0x39 ? 1 : 0));

/** Gives the runs of 20 to 160 token characters that mix digits with others, as offsets. */
export function findRandomRuns(bytes: Uint8Array, found: (start: number, end: number) => void): void {
  const runs = findTokenRuns(bytes);
  for (let index = 0; index < runs.length; index += 2) {
    const [start, end] = [runs[index] ?? 0, runs[index + 1] ?? 0];
    if (end - start <= longest && isMixed(bytes, start, end)) found(start, end + padding(bytes, end));
  }
}

function isMixed(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let index = start; index < end; index++) digits += digit[bytes[index] ?? 0] ?? 0;
  return digits > 0 && digits < end - start;
}

/** Length of base64 padding at `at`. */
function padding(bytes: Uint8Array, at: number): number {
  const equals = 0x3d;
  if (bytes[at] !== equals) return 0;
  return bytes[at + 1] === equals ? 2 : 1;
}
