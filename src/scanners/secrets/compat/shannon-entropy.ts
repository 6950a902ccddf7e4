import { fromBytes, type ByteText } from './byte-text.ts';

/** Shannon entropy in bits: frequencies are of runes, the length is in bytes, as gitleaks counts. */
export function shannonEntropy(data: ByteText): number {
  if (data === '') return 0;
  const counts = new Map<string, number>();
  for (const rune of fromBytes(data)) counts.set(rune, (counts.get(rune) ?? 0) + 1);
  const share = 1 / data.length;
  let entropy = 0;
  for (const count of counts.values()) {
    const frequency = count * share;
    entropy -= frequency * Math.log2(frequency);
  }
  return entropy;
}
