type Value = string | number | boolean | null;

interface Form {
  readonly matches: RegExp;
  value(text: string): Value;
}

/** YAML 1.2.2 §10.3.2: the core schema. */
const core: readonly Form[] = [
  { matches: /^(?:~|[Nn]ull|NULL)$/, value: () => null },
  { matches: /^(?:[Tt]rue|TRUE)$/, value: () => true },
  { matches: /^(?:[Ff]alse|FALSE)$/, value: () => false },
  { matches: /^0o[0-7]+$/, value: (text) => Number.parseInt(text.slice(2), 8) },
  { matches: /^[-+]?[0-9]+$/, value: (text) => Number.parseInt(text, 10) },
  { matches: /^0x[0-9a-fA-F]+$/, value: (text) => Number.parseInt(text.slice(2), 16) },
  { matches: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, value: notFinite },
  { matches: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/, value: (text) => Number.parseFloat(text) },
  { matches: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/, value: (text) => Number.parseFloat(text) },
];

/**
 * The types of YAML 1.1 (yaml.org/type: null, bool, int, float) in the order in which they are tried. Times stay text,
 * and so do `y` and `n`, as Psych and libyaml read them.
 */
const types11: readonly Form[] = [
  { matches: /^(?:~|[Nn]ull|NULL)$/, value: () => null },
  { matches: /^(?:[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/, value: () => true },
  { matches: /^(?:[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/, value: () => false },
  { matches: /^[-+]?0b[0-1_]+$/, value: (text) => whole(text, 2, 2) },
  { matches: /^[-+]?0[0-7_]+$/, value: (text) => whole(text, 1, 8) },
  { matches: /^[-+]?[0-9][0-9_]*$/, value: (text) => whole(text, 0, 10) },
  { matches: /^[-+]?0x[0-9a-fA-F_]+$/, value: (text) => whole(text, 2, 16) },
  { matches: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, value: notFinite },
  { matches: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/, value: fraction },
  { matches: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/, value: fraction },
  { matches: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/, value: sexagesimal },
];

const mayBeTyped = /^[-+.\d~eEnNtTfFyYoO]/;

/** What a plain scalar stands for; most are texts. */
export function plainValue(text: string, version: '1.1' | '1.2'): Value {
  if (!mayBeTyped.test(text)) return text;
  const form = (version === '1.1' ? types11 : core).find(({ matches }) => matches.test(text));
  return form ? form.value(text) : text;
}

function notFinite(text: string): number {
  if (text.slice(-3).toLowerCase() === 'nan') return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function whole(text: string, prefix: number, radix: number): number {
  const sign = /^[-+]/.test(text) ? 1 : 0;
  const size = Number.parseInt(text.slice(sign + prefix).replaceAll('_', ''), radix);
  return text.startsWith('-') ? -1 * size : size;
}

function fraction(text: string): number {
  return Number.parseFloat(text.replaceAll('_', ''));
}

function sexagesimal(text: string): number {
  const parts = text.replace(/^[-+]/, '').replaceAll('_', '').split(':');
  const size = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  return text.startsWith('-') ? -1 * size : size;
}
