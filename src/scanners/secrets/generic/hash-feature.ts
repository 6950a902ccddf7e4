/** Number of weights: a power of two. */
export const buckets = 1 << 15;

/** Bucket of a feature (FNV-1a, 32 bits, folded). */
export function hashFeature(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash ^= name.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 15) ^ hash) & (buckets - 1);
}
