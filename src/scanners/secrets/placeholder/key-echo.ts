import type { ValueContext } from './is-placeholder.ts';
import { splitWords } from './words.ts';

/** Whether the value only repeats its key: `password: password`, `DB_PASSWORD = "db-password"`, `apiKey: 'X-API-Key'`. */
export function findKeyEcho(value: string, context: ValueContext): string | undefined {
  const key = context.key ?? '';
  if (key === '') return undefined;
  if (value.toLowerCase() === key.toLowerCase()) return 'same as its key';
  if (
    key.length >= 6 &&
    /[._-]/.test(value.charAt(value.length - key.length - 1)) &&
    value.toLowerCase().endsWith(key.toLowerCase())
  )
    return 'close to its key';
  if (/\d{3}/.test(value)) return undefined;
  const words = splitWords(value);
  const named = new Set(splitWords(key));
  const joined = words.join('');
  if (joined === '') return undefined;
  const keyJoined = splitWords(key).join('');
  if (joined === keyJoined) return 'same as its key';
  if (joined.length >= 8 && keyJoined.endsWith(joined) && /[._-]/.test(value)) return 'close to its key';
  if (/[^\w\s.:/-]|\d/.test(value)) return undefined;
  if (
    joined.length >= 4 &&
    (keyJoined.endsWith(joined) || joined.endsWith(keyJoined)) &&
    Math.abs(joined.length - keyJoined.length) <= 6
  )
    return 'close to its key';
  return words.filter((word) => named.has(word)).join('').length * 2 > joined.length ? 'close to its key' : undefined;
}
