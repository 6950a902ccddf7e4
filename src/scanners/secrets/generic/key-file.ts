import { sameLatin1 } from '../../../lib/matcher/latin1.ts';
import { isPlaceholder } from '../placeholder/is-placeholder.ts';
import { looksRandom } from '../proof/random-text.ts';
import type { Span } from './read-quoted.ts';

/** Files that hold one value and nothing else: `config/master.key`, `.vault_pass`, `db_password.txt`, `secret_token`. */
const named =
  /(?:^|[/!.])(?:master\.key|credentials\/[\w-]+\.key|[\w-]{0,40}(?:api|secret|encryption|signing)[_-]?key(?:\.(?:key|txt))?|[\w.-]{0,40}(?:passw(?:or)?d|passphrase|vault_pass|secret|token)(?:\.(?:txt|key|secret))?)$/i;
const longestFile = 520;
const value = /^\s*(\S{16,512})\s*$/;

/** The value of a file that is nothing but a key, or undefined. */
export function readKeyFile(bytes: Uint8Array, path: string): Pick<Span, 'start' | 'end'> | undefined {
  if (bytes.length > longestFile || !named.test(path)) return undefined;
  const text = sameLatin1(bytes);
  const found = value.exec(text)?.[1];
  if (found === undefined || !looksRandom(found)) return undefined;
  if (isPlaceholder(found, { left: '', right: '', path, key: 'key' }) !== undefined) return undefined;
  const start = text.indexOf(found);
  return { start, end: start + found.length };
}
