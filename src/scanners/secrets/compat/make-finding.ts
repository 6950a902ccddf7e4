import { toBytes, type ByteText } from './byte-text.ts';
import type { CompatRule } from './config/config.ts';
import type { DecodedSegment } from './decode/decoded-text.ts';
import { encodingNames } from './decode/encodings.ts';
import type { CompatFinding } from './finding.ts';
import type { Fragment } from './fragment.ts';
import type { Place } from './line-index.ts';

/** What is known of a match that is reported. */
export interface Match {
  readonly place: Place;
  readonly line: ByteText;
  readonly match: ByteText;
  readonly secret: ByteText;
  readonly entropy: number;
  /** What was decoded to find it. */
  readonly origins: readonly DecodedSegment[];
  /** How many decoding passes came before. */
  readonly passes: number;
}

export function makeFinding(fragment: Fragment, rule: CompatRule, found: Match): CompatFinding {
  const { place, line, match, secret } = found;
  const startLine = fragment.startLine + place.startLine;
  return {
    ...common(fragment, rule),
    tags: [...rule.tags.map((tag) => toBytes(tag)), ...decodingTags(found)],
    startLine,
    endLine: fragment.startLine + place.endLine,
    startColumn: place.startColumn,
    endColumn: place.endColumn,
    line,
    match,
    secret,
    entropy: Math.fround(found.entropy),
    fingerprint: fingerprintOf(fragment, rule, startLine),
  };
}

/** What a rule without an expression reports of a file. */
export function pathFinding(fragment: Fragment, rule: CompatRule): CompatFinding {
  return {
    ...common(fragment, rule),
    tags: rule.tags.map((tag) => toBytes(tag)),
    startLine: 0,
    endLine: 0,
    startColumn: 0,
    endColumn: 0,
    line: '',
    match: `file detected: ${fragment.path}`,
    secret: '',
    entropy: 0,
    fingerprint: fingerprintOf(fragment, rule, 0),
  };
}

function common(fragment: Fragment, rule: CompatRule) {
  return {
    ruleId: toBytes(rule.id),
    description: toBytes(rule.description),
    file: fragment.path,
    symlinkFile: fragment.symlink,
    ...(fragment.commit && { commit: fragment.commit }),
    date: fragment.commit?.date ?? fragment.date ?? '',
    link: '',
    required: [],
  };
}

function decodingTags({ origins, passes }: Match): ByteText[] {
  if (passes === 0) return [];
  const encodings = encodingNames.filter((name) => origins.some((origin) => origin.encodings.has(name)));
  return [...encodings.map((name) => `decoded:${name}`), `decode-depth:${passes}`];
}

function fingerprintOf(fragment: Fragment, rule: CompatRule, startLine: number): ByteText {
  const place = `${fragment.path}:${toBytes(rule.id)}:${startLine}`;
  return fragment.commit === undefined ? place : `${fragment.commit.hash}:${place}`;
}
