const digitBits = 16;
const digits = 1 << digitBits;

/**
 * Indexes of `offsets` by ascending offset: a radix sort, because a comparing sort of a million objects takes longer
 * than reading them.
 * @param offsets whole numbers below 2^48
 */
export function orderByOffset(offsets: Float64Array): Uint32Array {
  let order = Uint32Array.from({ length: offsets.length }, (_, index) => index);
  let spare = new Uint32Array(offsets.length);
  const highest = offsets.reduce((most, offset) => Math.max(most, offset), 0);
  for (let scale = 1; scale <= highest; scale *= digits) {
    const starts = new Uint32Array(digits + 1);
    const digitOf = (index: number): number => Math.floor((offsets[index] ?? 0) / scale) % digits;
    for (let index = 0; index < offsets.length; index++)
      starts[digitOf(index) + 1] = (starts[digitOf(index) + 1] ?? 0) + 1;
    for (let digit = 0; digit < digits; digit++) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
    for (const index of order) {
      const digit = digitOf(index);
      const at = starts[digit] ?? 0;
      spare[at] = index;
      starts[digit] = at + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
