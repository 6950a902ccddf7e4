import { createMatcher } from '../../src/lib/matcher/matcher.ts';
import type { Candidate } from '../../src/scanners/secrets/generic/candidate.ts';
import { findCandidates } from '../../src/scanners/secrets/generic/find-candidates.ts';
import { genericPatterns } from '../../src/scanners/secrets/generic/generic-patterns.ts';
import type { Dice } from './random.ts';
import { nouns, prefixes, templates, type NameStyle } from './templates.ts';

export type NounKind = keyof typeof nouns;

const matcher = createMatcher(genericPatterns);
const fillers =
  'admin svc app user deploy root ops ci robot api backup reader writer shop crm mailer sync main prod local note keep old'.split(
    ' ',
  );

/** A candidate found in a generated file that holds `value` under a name of the kind; undefined when it is not found. */
export function plant(dice: Dice, kind: NounKind | readonly string[], value: string): Candidate | undefined {
  const template = dice.pick(templates);
  if (template.login === true && kind !== 'password') return undefined;
  const list = typeof kind === 'string' ? nouns[kind] : kind;
  const prefix = dice.chance(0.6) ? dice.pick(prefixes) : '';
  const name = styled(`${prefix} ${dice.pick(list)}`, dice.pick(template.names));
  const text = fill(dice, template.text, name, value);
  if (text === undefined) return undefined;
  const folder = dice.chance(0.12)
    ? dice.pick(['tests/', 'examples/', 'docs/', 'test/fixtures/', 'src/test/resources/', 'samples/'])
    : dice.chance(0.3)
      ? dice.pick(['backend/', 'services/api/', 'apps/web/', 'infra/', 'ops/'])
      : '';
  const path = folder + dice.pick(template.paths);
  const bytes = Buffer.from(text.content, 'latin1');
  return findCandidates(bytes, path, matcher.scan(bytes)).find((one) => one.start === text.at && one.value === value);
}

function fill(dice: Dice, template: string, name: string, value: string): { content: string; at: number } | undefined {
  const filled = template.replaceAll('§k', () => name).replaceAll('§w', () => dice.pick(fillers));
  const at = filled.indexOf('§v');
  const quote = filled.charAt(at - 1);
  if (/["'`]/.test(quote) && (value.includes(quote) || value.includes('\\'))) return undefined;
  // The template may be encoded as UTF-8; what stands before the value is ASCII.
  return { content: filled.replace('§v', () => value), at };
}

function styled(name: string, style: NameStyle): string {
  const words = name.split(/[ .]+/).filter(Boolean);
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const separators: Readonly<Partial<Record<NameStyle, string>>> = {
    constant: '_',
    snake: '_',
    dotted: '.',
    dashed: '-',
  };
  if (style === 'pascal') return pascal;
  if (style === 'camel') return pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const joined = words.join(separators[style] ?? '');
  return style === 'constant' ? joined.toUpperCase() : joined;
}
