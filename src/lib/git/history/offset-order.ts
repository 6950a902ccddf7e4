const digits = 0x10000;

/**
 * Indexes of `offsets` by ascending offset. A radix sort, because a comparing sort of a million objects takes longer
 * than reading them.
 * @param offsets whole numbers below 2^48
 */
export function orderByOffset(offsets: Float64Array): Uint32Array {
  const low = Uint32Array.from(offsets);
  const high = Uint32Array.from(offsets, (offset) => offset / 0x100000000);
  let order: Uint32Array = new Uint32Array(offsets.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  order = sortByDigit(order, low, 0);
  order = sortByDigit(order, low, 16);
  return high.some((part) => part > 0) ? sortByDigit(order, high, 0) : order;
}

/** Sorts by 16 bits of the keys; equal ones keep their order. */
function sortByDigit(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digits + 1);
  for (let index = 0; index < keys.length; index++) {
    const after = (((keys[index] ?? 0) >>> shift) & 0xffff) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let digit = 1; digit < digits; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const index = order[at] ?? 0;
    const digit = ((keys[index] ?? 0) >>> shift) & 0xffff;
    const place = starts[digit] ?? 0;
    sorted[place] = index;
    starts[digit] = place + 1;
  }
  return sorted;
}
