/** What a value looks like, in numbers. */
export interface ValueShape {
  /** Runs of one class, each written once: `Aa0!` for `Summer2024!`; at most 12. */
  readonly collapsed: string;
  /** Class changes per character, 0 to 1. */
  readonly changes: number;
  /** Shannon entropy in bits per character. */
  readonly entropy: number;
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly others: number;
  /** Bytes above ASCII. */
  readonly high: number;
  readonly longestLetters: number;
  readonly alphabet: 'hex' | 'digits' | 'letters' | 'alnum' | 'base64' | 'url' | 'text' | 'any';
}

const alphabets: readonly (readonly [ValueShape['alphabet'], RegExp])[] = [
  ['digits', /^\d+$/],
  ['hex', /^(?:[0-9a-f]+|[0-9A-F]+)$/],
  ['letters', /^[A-Za-z]+$/],
  ['alnum', /^[A-Za-z0-9]+$/],
  ['base64', /^[A-Za-z0-9+/]+={0,2}$/],
  ['url', /^[\w.-]+$/],
  ['text', /^[\w\s.,:;!?'-]+$/],
];

function classOf(code: number): string {
  if (code >= 97 && code <= 122) return 'a';
  if (code >= 65 && code <= 90) return 'A';
  if (code >= 48 && code <= 57) return '0';
  if (code === 32) return '_';
  if (code >= 128) return 'x';
  return '!';
}

export function measureShape(value: string): ValueShape {
  const counts = new Map<number, number>();
  const sums: Record<string, number> = { a: 0, A: 0, 0: 0, _: 0, x: 0, '!': 0 };
  let collapsed = '';
  let previous = '';
  let changes = 0;
  let letters = 0;
  let longestLetters = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    const kind = classOf(code);
    counts.set(code, (counts.get(code) ?? 0) + 1);
    sums[kind] = (sums[kind] ?? 0) + 1;
    letters = kind === 'a' || kind === 'A' ? letters + 1 : 0;
    longestLetters = Math.max(longestLetters, letters);
    if (kind !== previous) {
      changes++;
      if (collapsed.length < 12) collapsed += kind;
      previous = kind;
    }
  }
  const size = value.length || 1;
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / size) * Math.log2(count / size);
  const share = (kind: string): number => (sums[kind] ?? 0) / size;
  return {
    collapsed,
    changes: changes / size,
    entropy,
    lower: share('a'),
    upper: share('A'),
    digits: share('0'),
    others: share('!') + share('_'),
    high: share('x'),
    longestLetters,
    alphabet: alphabets.find(([, pattern]) => pattern.test(value))?.[0] ?? 'any',
  };
}
