/**
 * For each line of `before` its index in `after`, or -1 if it is not there any more: longest common subsequence of the
 * lines that are unique in both (patience diff), then equal neighbours of what is mapped.
 */
export function mapLines(before: readonly string[], after: readonly string[]): Int32Array {
  const map = new Int32Array(before.length).fill(-1);
  const where = uniqueIndices(after);
  const candidates = [...uniqueIndices(before)]
    .flatMap(([line, index]) => {
      const other = where.get(line);
      return index === -1 || other === undefined || other === -1 ? [] : [[index, other] as const];
    })
    .sort((a, b) => a[0] - b[0]);
  for (const [index, other] of longestIncreasing(candidates)) map[index] = other;
  for (let i = 0, last = -1; i < before.length; i++) {
    if ((map[i] ?? -1) === -1 && before[i] === after[last + 1]) map[i] = last + 1;
    if ((map[i] ?? -1) !== -1) last = map[i] ?? -1;
    else last = Number.MAX_SAFE_INTEGER;
  }
  for (let i = before.length - 1, next = after.length; i >= 0; i--) {
    if ((map[i] ?? -1) === -1 && next > 0 && before[i] === after[next - 1]) map[i] = next - 1;
    next = (map[i] ?? -1) === -1 ? -1 : (map[i] ?? -1);
  }
  return map;
}

/** Share of the lines of `before` that are also in `after`. */
export function similarity(before: readonly string[], after: readonly string[]): number {
  const lines = new Set(after);
  const own = before.filter((line) => line.trim().length > 3);
  return own.length === 0 ? 0 : own.filter((line) => lines.has(line)).length / own.length;
}

function uniqueIndices(lines: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const [index, line] of lines.entries()) map.set(line, map.has(line) ? -1 : index);
  return map;
}

function longestIncreasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const result: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) result.push(pair);
  }
  return result.reverse();
}
