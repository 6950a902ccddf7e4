import { corrupt } from './object-error.ts';

/** Where the bytes of an object were copied from; what lies between the spans was inserted. */
export interface Copies {
  /** Triples of start in the object, start in the base, length: ascending, each as long as it can be. */
  readonly spans: number[];
  baseSize: number;
}

/** Below this many bytes a loop is cheaper than a call. */
const shortCopy = 64;

/**
 * Applies a delta to its base (gitformat-pack, "Deltified representation").
 * @param take reserves so many bytes for the result, or throws
 * @param copies filled with what was copied, when given
 * @throws ObjectError `corrupt` when the delta does not fit the base or itself
 */
export function applyDelta(
  base: Uint8Array,
  delta: Uint8Array,
  take: (size: number) => Buffer,
  copies?: Copies,
): Buffer {
  const source = readSize(delta, 0);
  const result = readSize(delta, source.next);
  if (source.value !== base.length) throw corrupt('a delta does not belong to its base');
  if (copies) copies.baseSize = base.length;
  const target = take(result.value);
  let at = result.next;
  let filled = 0;
  while (at < delta.length) {
    const op = delta[at++] ?? 0;
    if (op >= 0x80) {
      let offset = 0;
      let size = 0;
      if (op & 0x01) offset = delta[at++] ?? 0;
      if (op & 0x02) offset += (delta[at++] ?? 0) * 0x100;
      if (op & 0x04) offset += (delta[at++] ?? 0) * 0x10000;
      if (op & 0x08) offset += (delta[at++] ?? 0) * 0x1000000;
      if (op & 0x10) size = delta[at++] ?? 0;
      if (op & 0x20) size += (delta[at++] ?? 0) * 0x100;
      if (op & 0x40) size += (delta[at++] ?? 0) * 0x10000;
      if (size === 0) size = 0x10000;
      const fits = at <= delta.length && offset + size <= base.length && filled + size <= target.length;
      if (!fits) throw corrupt('a delta copies more than there is');
      if (size < shortCopy) for (let i = 0; i < size; i++) target[filled + i] = base[offset + i] ?? 0;
      else target.set(base.subarray(offset, offset + size), filled);
      if (copies) addSpan(copies.spans, filled, offset, size);
      filled += size;
    } else {
      const fits = op > 0 && at + op <= delta.length && filled + op <= target.length;
      if (!fits) throw corrupt('a delta inserts more than there is');
      for (let i = 0; i < op; i++) target[filled + i] = delta[at + i] ?? 0;
      at += op;
      filled += op;
    }
  }
  if (filled !== target.length) throw corrupt('a delta ends too early');
  return target;
}

/** Two spans that continue each other on both sides are one: git splits long copies. */
function addSpan(spans: number[], target: number, source: number, size: number): void {
  const last = spans.length - 3;
  const length = spans[last + 2] ?? 0;
  const continues = last >= 0 && spans[last] === target - length && spans[last + 1] === source - length;
  if (continues) spans[last + 2] = length + size;
  else spans.push(target, source, size);
}

function readSize(delta: Uint8Array, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < start + 7; at++) {
    const byte = delta[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + 1 };
    scale *= 128;
  }
  throw corrupt('a delta has no size');
}
