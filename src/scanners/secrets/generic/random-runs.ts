/** Shortest run of token characters that counts without a telling name. */
const shortest = 20;
const longest = 160;

/** 1: letters, 2: digits, 3: the rest of what tokens consist of (`+ / _ -`). */
const classes = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) classes[code] = 1;
  else if (/\d/.test(character)) classes[code] = 2;
  else if (/[+/_-]/.test(character)) classes[code] = 3;
}

/**
 * Runs of 20 to 160 token characters that mix letters and digits, given as offsets. Looks at every 20th byte only and
 * widens from there, so that most bytes are never read.
 */
export function* findRandomRuns(bytes: Uint8Array): Generator<readonly [start: number, end: number]> {
  const size = bytes.length;
  let at = shortest - 1;
  while (at < size) {
    if (classes[bytes[at] ?? 0] === 0) {
      at += shortest;
      continue;
    }
    let start = at;
    const floor = at - shortest + 1;
    while (start > floor && classes[bytes[start - 1] ?? 0] !== 0) start--;
    let end = at + 1;
    let digits = 0;
    while (end < size && classes[bytes[end] ?? 0] !== 0) end++;
    if (end - start >= shortest) {
      while (start > 0 && classes[bytes[start - 1] ?? 0] !== 0) start--;
      if (end - start <= longest) {
        for (let index = start; index < end; index++) if (classes[bytes[index] ?? 0] === 2) digits++;
        if (digits > 0 && digits < end - start) yield [start, end + padding(bytes, end)];
      }
    }
    at = end + shortest;
  }
}

/** Length of base64 padding at `at`. */
function padding(bytes: Uint8Array, at: number): number {
  const equals = 0x3d;
  if (bytes[at] !== equals) return 0;
  return bytes[at + 1] === equals ? 2 : 1;
}
