const digitBits = 11;
const digits = 1 << digitBits;

/**
 * Indexes of `offsets` by ascending offset. A radix sort that moves keys and indexes together, because a comparing sort
 * of a million objects, or one that looks keys up, takes longer than reading them.
 * @param offsets whole numbers below 2^53
 */
export function orderByOffset(offsets: Float64Array): Uint32Array {
  const order = new Uint32Array(offsets.length);
  const low = new Uint32Array(offsets.length);
  let highest = 0;
  for (let index = 0; index < offsets.length; index++) {
    const offset = offsets[index] ?? 0;
    order[index] = index;
    low[index] = offset % 0x100000000;
    if (offset > highest) highest = offset;
  }
  const byLow = sortByWord(order, low);
  if (highest < 0x100000000) return byLow;
  const high = byLow.map((index) => Math.floor((offsets[index] ?? 0) / 0x100000000));
  return sortByWord(byLow, high);
}

/** Sorts by keys that stand in the same order; equal ones keep their order. */
function sortByWord(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let from: { order: Uint32Array; keys: Uint32Array } = { order, keys };
  let to: typeof from = { order: new Uint32Array(order.length), keys: new Uint32Array(order.length) };
  for (let shift = 0; shift < 32; shift += digitBits) {
    const starts = countDigits(from.keys, shift);
    for (let at = 0; at < order.length; at++) {
      const key = from.keys[at] ?? 0;
      const digit = (key >>> shift) & (digits - 1);
      const place = starts[digit] ?? 0;
      starts[digit] = place + 1;
      to.keys[place] = key;
      to.order[place] = from.order[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from.order;
}

/** Where the keys with each digit start. */
function countDigits(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digits + 1);
  for (let at = 0; at < keys.length; at++) {
    const after = (((keys[at] ?? 0) >>> shift) & (digits - 1)) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let digit = 1; digit < digits; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  return starts;
}
