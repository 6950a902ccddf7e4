const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertz',
  'azerty',
  '1234567890',
  '0987654321',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5',
  '1qaz2wsx3edc4rfv5tgb',
  '!@#$%^&*()',
];
const steps = new Set(
  rows.flatMap((row) => Array.from({ length: row.length - 1 }, (_, index) => row.slice(index, index + 2))),
);

/** Whether the value mostly counts up or down, walks over a keyboard, or repeats a short unit. */
export function findSequence(value: string): string | undefined {
  // What follows the prefix of a token format counts, too: `re_123456789`.
  const text = value
    .trim()
    .toLowerCase()
    .replace(/^(?:[a-z]{2,10}[-_])+(?=[^-_]{3,24}$)/, '');
  if (text.length < 3) return undefined;
  const unit = repeatedUnit(text);
  if (unit !== undefined && (unit <= 4 || text.length / unit >= 3 || unit <= text.length / 2)) return 'repeated unit';
  if (/^(?:0x)?(?:deadbeef|cafebabe|c0ffee|badc0de|feedface|decafbad)/.test(text)) return 'well-known hexadecimal word';
  let walked = 0;
  let longest = 0;
  let run = 0;
  for (let index = 1; index < text.length; index++) {
    const delta = text.charCodeAt(index) - text.charCodeAt(index - 1);
    const step = delta === 1 || delta === -1 || delta === 0 || steps.has(text.slice(index - 1, index + 1));
    run = step ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (step) walked++;
  }
  if (longest >= 9) return 'alphabet or digits in order';
  if (walked / (text.length - 1) >= 0.75) return 'sequence';
  const letters = text.replace(/[^a-z]/g, '');
  const digits = text.replace(/\D/g, '');
  // `abc123def456`: letters and digits each count on.
  if (counts(letters) && counts(digits)) return 'sequence';
  // `1a2b3c4d-5e6f-7a8b-9c0d`: both count on and begin again.
  if (wraps(letters) && wraps(digits)) return 'sequence';
  // `…XYZ123abc`: so end samples that somebody filled up.
  if (/(?:xyz|abc)_?123$|123_?(?:abc|xyz)$|abc_?123_?(?:def|xyz)|xyz_?123_?abc/.test(text)) return 'sequence';
  // `abc123`, `test-1234`: two short runs and nothing else.
  if (/^(?:abc|xyz|asd|qwe|aaa|qaz)[a-z]{0,3}[-_]?(?:\d{0,2}|123\d*|1{1,4}|0{1,4})$/.test(text)) return 'sequence';
  return undefined;
}

/** Whether each character follows the one before it, in six characters or more. */
function counts(text: string): boolean {
  if (text.length < 6) return false;
  for (let index = 1; index < text.length; index++) {
    if (text.charCodeAt(index) - text.charCodeAt(index - 1) !== 1) return false;
  }
  return true;
}

/** Whether each character follows the one before it or is a first one again, in eight characters or more. */
function wraps(text: string): boolean {
  if (text.length < 8) return false;
  for (let index = 1; index < text.length; index++) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    if (step !== 1 && !(step < 0 && /[a01]/.test(text.charAt(index)))) return false;
  }
  return true;
}

/** Length of the unit of which the text consists, when it is at most half of it. */
function repeatedUnit(text: string): number | undefined {
  for (let size = 1; size <= Math.min(32, text.length / 2); size++) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return size;
  }
  return undefined;
}
