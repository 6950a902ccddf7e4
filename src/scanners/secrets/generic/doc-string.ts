import { sameLatin1 } from '../../../lib/matcher/latin1.ts';
import type { Candidate } from './candidate.ts';

/** Whether a value in Python stands inside a text in three quotes, as documentation and its examples do. */
export function inDocString(bytes: Uint8Array, { path, start, quote }: Candidate): boolean {
  if (!/\.pyi?$/.test(path) || quote.length > 1) return false;
  const text = sameLatin1(bytes);
  let open = false;
  for (let at = text.indexOf('"""'); at >= 0 && at < start; at = text.indexOf('"""', at + 3)) open = !open;
  return open;
}
