import { anyRune, maxRune, negate, type RuneSet } from './rune-set.ts';

/** Long names of general categories (Unicode PropertyValueAliases.txt, property gc), without separators. */
const categoryAliases: Readonly<Record<string, string>> = {
  Other: 'C',
  Control: 'Cc',
  Cntrl: 'Cc',
  Format: 'Cf',
  Unassigned: 'Cn',
  Privateuse: 'Co',
  Surrogate: 'Cs',
  Letter: 'L',
  Casedletter: 'LC',
  Lc: 'LC',
  Lowercaseletter: 'Ll',
  Modifierletter: 'Lm',
  Otherletter: 'Lo',
  Titlecaseletter: 'Lt',
  Uppercaseletter: 'Lu',
  Mark: 'M',
  Combiningmark: 'M',
  Spacingmark: 'Mc',
  Enclosingmark: 'Me',
  Nonspacingmark: 'Mn',
  Number: 'N',
  Decimalnumber: 'Nd',
  Digit: 'Nd',
  Letternumber: 'Nl',
  Othernumber: 'No',
  Punctuation: 'P',
  Punct: 'P',
  Connectorpunctuation: 'Pc',
  Dashpunctuation: 'Pd',
  Closepunctuation: 'Pe',
  Finalpunctuation: 'Pf',
  Initialpunctuation: 'Pi',
  Otherpunctuation: 'Po',
  Openpunctuation: 'Ps',
  Symbol: 'S',
  Currencysymbol: 'Sc',
  Modifiersymbol: 'Sk',
  Mathsymbol: 'Sm',
  Othersymbol: 'So',
  Separator: 'Z',
  Lineseparator: 'Zl',
  Paragraphseparator: 'Zp',
  Spaceseparator: 'Zs',
};

/** Scripts whose long names are as long as codes (ISO 15924), which RE2 does not know. */
const shortScripts: ReadonlySet<string> = new Set([
  'Ahom',
  'Cham',
  'Kawi',
  'Lisu',
  'Miao',
  'Modi',
  'Newa',
  'Thai',
  'Toto',
]);

const cache = new Map<string, RuneSet | undefined>();

/**
 * The code points of a general category or script, as named in `\p{…}`. Category names compare without case, spaces,
 * hyphens and underscores, script names without case; undefined when there is no such class.
 */
export function unicodeClass(name: string): RuneSet | undefined {
  if (!cache.has(name)) cache.set(name, lookUp(name));
  return cache.get(name);
}

function lookUp(name: string): RuneSet | undefined {
  const canonical = capitalize(name.replaceAll(/[_\- ]/g, ''));
  if (canonical === 'Any') return anyRune;
  if (canonical === 'Ascii') return [0, 0x7f];
  if (canonical === 'Assigned') return negate(collect(/\p{Cn}/u));
  const script = name.split('_').map(capitalize).join('_').replace('Signwriting', 'SignWriting');
  const property =
    compileProperty(`gc=${categoryAliases[canonical] ?? canonical}`) ??
    (script.length !== 4 || shortScripts.has(script) ? compileProperty(`sc=${script}`) : undefined);
  return property === undefined ? undefined : collect(property);
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

function compileProperty(property: string): RegExp | undefined {
  if (!/^[a-z]+=[A-Za-z_]+$/.test(property)) return undefined;
  try {
    return new RegExp(`\\p{${property}}`, 'u');
  } catch {
    // Not a name of this property, which is an answer here.
    return undefined;
  }
}

function collect(property: RegExp): RuneSet {
  const result: number[] = [];
  for (let rune = 0; rune <= maxRune; rune++) {
    if (!property.test(String.fromCodePoint(rune))) continue;
    if (result.at(-1) === rune - 1) result[result.length - 1] = rune;
    else result.push(rune, rune);
  }
  return result;
}
