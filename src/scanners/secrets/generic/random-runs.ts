/** Shortest run of token characters that counts without a telling name. */
const shortest = 20;
const longest = 160;

/** 1: letters and the rest of what tokens consist of (`+ / _ -`), 2: digits, 0: everything else. */
const classes = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) classes[code] = 2;
  else if (/[A-Za-z+/_-]/.test(character)) classes[code] = 1;
}

/**
 * Gives the runs of 20 to 160 token characters that mix digits with others, as offsets. Looks at every 20th byte only
 * and widens from there, so that most bytes are never read.
 */
export function findRandomRuns(bytes: Uint8Array, found: (start: number, end: number) => void): void {
  const size = bytes.length;
  let at = shortest - 1;
  while (at < size) {
    if (classOf(bytes, at) === 0) {
      at += shortest;
      continue;
    }
    const floor = at - shortest + 1;
    let start = at;
    while (start > floor && classOf(bytes, start - 1) !== 0) start--;
    let end = at + 1;
    while (end < size && classOf(bytes, end) !== 0) end++;
    if (end - start >= shortest) {
      while (start > 0 && classOf(bytes, start - 1) !== 0) start--;
      if (end - start <= longest && isMixed(bytes, start, end)) found(start, end + padding(bytes, end));
    }
    at = end + shortest;
  }
}

function classOf(bytes: Uint8Array, at: number): number {
  return classes[bytes[at] ?? 0] ?? 0;
}

function isMixed(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let index = start; index < end; index++) if (classOf(bytes, index) === 2) digits++;
  return digits > 0 && digits < end - start;
}

/** Length of base64 padding at `at`. */
function padding(bytes: Uint8Array, at: number): number {
  const equals = 0x3d;
  if (bytes[at] !== equals) return 0;
  return bytes[at + 1] === equals ? 2 : 1;
}
