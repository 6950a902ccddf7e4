/** Whether so many characters of the value are equal that somebody wrote over it: `****`, `xxxx`, `......`. */
export function findMask(value: string): string | undefined {
  const text = value.trim();
  if (text === '') return 'empty';
  if (text.length < 3) return 'too short';
  if (/^(.)\1*$/s.test(text)) return 'one repeated character';
  if (/[*•·●]{3}|\.{3,}|…|\u00e2\u0080\u00a6|\\u2026|&hellip;|_{4,}|#{4,}|-{4,}|\?{3,}/.test(text)) return 'masked';
  if (/x{4,}|^x{3}|x{3}$|(?:^|[-_.])x{2,}(?:[-_.]|$)/i.test(text)) return 'masked';
  if (/^[A-Za-z\d./]{1,14}[-_]$|^[A-Za-z]{2,10}(?:[-_./][A-Za-z\d]{1,8}){1,2}[-_]$/.test(text)) return 'prefix alone';
  if (/([^\s])\1{5,}/.test(text)) return 'long run of one character';
  return undefined;
}
