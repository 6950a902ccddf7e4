import { joinJsonStrings } from '../../lib/encoding/json-strings.ts';
import { isWideText } from '../../lib/encoding/wide-text.ts';
import type { DecodeBudget } from '../../lib/encoding/decode-encoded.ts';
import { sameLatin1 } from '../../lib/matcher/latin1.ts';
import { createMatcher } from '../../lib/matcher/matcher.ts';
import type { PatternMatch } from '../../lib/matcher/pattern.ts';
import { overlap, type Span } from '../../lib/matcher/span.ts';
import { rank, type SecretCandidate } from './candidate.ts';
import { decodeLayer, wideLayers } from './decode-layer.ts';
import { createGenericDetector } from './generic/generic-detector.ts';
import { genericPatterns } from './generic/generic-patterns.ts';
import { genericRules } from './generic/rules.ts';
import { judgeMatch } from './judge-match.ts';
import type { Layer } from './layer.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { secretOf, type RuleSet } from './rule-set.ts';

/** Decoding within decoding goes this deep. */
const deepest = 5;
/** Decoded bytes per byte of the file, and what every file may use. */
const budgetRatio = 4;
const budgetFloor = 65_536;

export interface DetectionInput {
  readonly bytes: Uint8Array;
  /** Repository-relative path; members of archives as in `Location.uri`. */
  readonly path: string;
  readonly binary: boolean;
  /** Only values that touch these are looked for. Ascending. */
  readonly ranges?: readonly Span[];
  /** Also give generic candidates that were rejected, and why; costs time. */
  readonly explain?: boolean;
}

export interface Detection {
  /** Sorted by position, without overlaps; those with `dropped` are not secrets. */
  readonly candidates: readonly SecretCandidate[];
  /** There was more to decode than the budget allows. */
  readonly exceeded: boolean;
}

export interface SecretDetector {
  detect(input: DetectionInput): Detection;
}

/** Made once, then used for every file of a thread. `now` decides what has expired. */
export function createSecretDetector(rules: RuleSet, now: Date): SecretDetector {
  const firstGeneric = rules.owners.length;
  const firstEscape = firstGeneric + genericPatterns.length;
  const matcher = createMatcher(rules.patterns, rules.parts);
  const generic = createGenericDetector();
  const genericMeta = new Map(genericRules.map((rule) => [rule.id, rule]));

  /** Candidates of one layer, and of what is encoded in it. */
  const search = (layer: Layer, input: DetectionInput, budget: DecodeBudget, found: SecretCandidate[]): void => {
    const matches = matcher.scan(layer.bytes, layer.touched);
    const escapes = matches.filter((match) => match.pattern >= firstEscape);
    const specific = matches.filter((match) => match.pattern < firstGeneric);
    if (specific.length > 0) judgeAll(layer, input.path, specific, found);
    if (!layer.distinctiveOnly) {
      const heads = matches.filter((match) => match.pattern >= firstGeneric && match.pattern < firstEscape);
      judgeGeneric(layer, input, heads, found);
    }
    if (layer.depth >= deepest) return;
    for (const inner of decodeLayer(layer, escapes, budget)) search(inner, input, budget, found);
  };

  const judgeAll = (layer: Layer, path: string, matches: readonly PatternMatch[], found: SecretCandidate[]): void => {
    const text = sameLatin1(layer.bytes);
    for (const match of matches) {
      const owner = rules.owners[match.pattern];
      const rule = owner && rules.rules()[owner.rule];
      if (!rule || (layer.distinctiveOnly && !rule.distinctive)) continue;
      const range = secretOf(match, owner);
      const verdict = judgeMatch(rule, range, { text, path, now });
      if (verdict) found.push({ ...verdict, ...layer.origin(range.start, range.end) });
    }
  };

  const judgeGeneric = (
    layer: Layer,
    input: DetectionInput,
    heads: readonly PatternMatch[],
    found: SecretCandidate[],
  ): void => {
    const { path, explain = false } = input;
    for (const candidate of generic.detect(layer.bytes, path, heads, { explain })) {
      const rule = genericMeta.get(candidate.ruleId);
      if (!rule) throw new Error(`generic rule ${candidate.ruleId} has no description`);
      const { start, end, keyName, severity, confidence, features, score, dropped } = candidate;
      if (layer.touched && !layer.touched.some((span) => overlap(span, candidate))) continue;
      found.push({
        rule,
        family: 'generic',
        value: sameLatin1(layer.bytes).slice(start, end),
        severity,
        confidence,
        rank: rank.generic,
        features,
        score,
        ...(keyName !== '' && { keyName }),
        ...(dropped !== undefined && { dropped }),
        ...layer.origin(start, end),
      });
    }
  };

  return {
    detect(input) {
      const budget = { left: Math.max(budgetFloor, input.bytes.length * budgetRatio), exceeded: false };
      const found: SecretCandidate[] = [];
      for (const layer of firstLayers(input)) search(layer, input, budget, found);
      const { ranges } = input;
      const wanted = ranges ? found.filter(({ range }) => ranges.some((span) => overlap(span, range))) : found;
      return { candidates: resolveOverlaps(wanted), exceeded: budget.exceeded };
    },
  };
}

/** How a file is first looked at: notebooks by their strings, binaries also by the UTF-16 text in them. */
function firstLayers(input: DetectionInput): Layer[] {
  const { bytes, binary, ranges, path } = input;
  const notebook = path.endsWith('.ipynb') ? joinJsonStrings(bytes) : undefined;
  if (notebook) {
    const origin = (start: number, end: number) => ({ range: notebook.locate(start, end) });
    return [{ bytes: notebook.bytes, depth: 0, distinctiveOnly: false, origin }];
  }
  const origin = (start: number, end: number) => ({ range: { start, end } });
  const plain: Layer = { bytes, depth: 0, distinctiveOnly: binary, origin, ...(ranges && { touched: ranges }) };
  if (isWideText(bytes)) return wideLayers(plain, false);
  return binary ? [plain, ...wideLayers(plain, true)] : [plain];
}
