import { Re2Search } from '../../../lib/re2/re2-search.ts';
import type { ByteMatch } from '../../../lib/re2/linear-engine.ts';
import type { BuiltInSearch } from './built-in/built-in-search.ts';
import type { ByteText } from './byte-text.ts';
import { allowsFinding, allowsSource } from './config/allowlist.ts';
import type { CompatConfig, CompatRule } from './config/config.ts';
import { decodePass, originalSpan, touched, type DecodedText } from './decode/decoded-text.ts';
import type { Span } from './decode/find-encoded.ts';
import { dropGeneric } from './drop-generic.ts';
import type { CompatFinding } from './finding.ts';
import type { Fragment } from './fragment.ts';
import { LineIndex } from './line-index.ts';
import { makeFinding, pathFinding } from './make-finding.ts';
import { meetRequirements } from './requirements.ts';
import { secretOf } from './secret-of.ts';
import { shannonEntropy } from './shannon-entropy.ts';
import { WordIndex } from './word-index.ts';

export interface DetectorSettings {
  /** How many decoding passes follow the first look. */
  readonly maxDecodeDepth: number;
  /** Report what an allow comment marks, too. */
  readonly ignoreAllowComments: boolean;
  /** Files that are not looked at: the configuration and the baseline. */
  readonly skippedPaths: ReadonlySet<ByteText>;
  /** Finds what built-in rules find; needed when the configuration has such rules. */
  readonly builtIn?: BuiltInSearch;
}

/** A fragment in the state of one pass. */
interface View extends DecodedText {
  readonly fragment: Fragment;
  readonly commit: ByteText;
  readonly lines: () => LineIndex;
}

const allowComment = 'gitleaks:allow';

/** Finds what a configuration's rules report in fragments. */
export class Detector {
  readonly #config: CompatConfig;
  readonly #settings: DetectorSettings;
  /** The rules with an expression that are reported, in the order of `#search`. */
  readonly #searched: readonly CompatRule[];
  readonly #search: Re2Search;
  readonly #pathRules: readonly CompatRule[];

  constructor(config: CompatConfig, settings: DetectorSettings) {
    this.#config = config;
    this.#settings = settings;
    const reported = [...config.rules.values()].filter((rule) => !rule.skipReport);
    this.#searched = reported.filter((rule) => rule.regex !== undefined);
    this.#pathRules = reported.filter((rule) => rule.regex === undefined && rule.builtIn !== true);
    this.#search = new Re2Search(
      this.#searched.flatMap((rule) => (rule.regex === undefined ? [] : [{ regex: rule.regex, words: rule.keywords }])),
    );
  }

  detect(fragment: Fragment): CompatFinding[] {
    const commit = fragment.commit?.hash ?? '';
    const { path, content } = fragment;
    if (this.#settings.skippedPaths.has(path)) return [];
    if (this.#config.allowlists.some((allowlist) => allowsSource(allowlist, commit, path))) return [];
    let index: LineIndex | undefined;
    const lines = (): LineIndex => (index ??= new LineIndex(content.text));
    const findings = [...this.#runPathRules(fragment, commit), ...this.#runBuiltIn(fragment, commit, lines)];
    let text: DecodedText | undefined = { content, passes: 0, segments: [] };
    while (text !== undefined) {
      findings.push(...this.#runExpressions({ ...text, fragment, commit, lines }));
      text = text.passes < this.#settings.maxDecodeDepth ? decodePass(text) : undefined;
    }
    return dropGeneric(findings);
  }

  #runExpressions(view: View): CompatFinding[] {
    const words = new WordIndex(view.content);
    const hasWord = (index: number): boolean => words.hasAny(this.#searched[index]?.keywords ?? []);
    const findings: CompatFinding[] = [];
    for (const { expression, matches } of this.#search.search(view.content, hasWord)) {
      const rule = this.#searched[expression];
      if (rule === undefined) continue;
      const [first] = matches;
      const near = first && view.content.text.slice(first.start, first.end);
      if (rule.keywords.length > 0 && !words.hasAny(rule.keywords, near)) continue;
      const primary = this.#judgeAll(view, rule, matches);
      findings.push(...meetRequirements(rule, primary, (id) => this.#findRequired(view, id)));
    }
    return findings;
  }

  /** What a rule finds that another one requires, whatever its keywords. */
  #findRequired(view: View, id: string): readonly CompatFinding[] {
    const rule = this.#config.rules.get(id);
    if (rule === undefined) return [];
    if (rule.regex !== undefined) return this.#judgeAll(view, rule, [...rule.regex.findAll(view.content.text)]);
    return rule.builtIn === true || view.passes > 0 || !this.#applies(rule, view)
      ? []
      : [pathFinding(view.fragment, rule)];
  }

  #applies(rule: CompatRule, { fragment, commit }: { fragment: Fragment; commit: ByteText }): boolean {
    if (rule.allowlists.some((allowlist) => allowsSource(allowlist, commit, fragment.path))) return false;
    return rule.path === undefined || rule.path.test(fragment.path);
  }

  #judgeAll(view: View, rule: CompatRule, matches: readonly ByteMatch[]): CompatFinding[] {
    if (!this.#applies(rule, view)) return [];
    const { text } = view.content;
    return matches.flatMap((match) => {
      const trimmed = text.slice(match.start, match.end).replaceAll(/^\n+|\n+$/g, '');
      return this.#judge(view, rule, match, trimmed) ?? [];
    });
  }

  #judge(view: View, rule: CompatRule, span: Span, match: ByteText): CompatFinding | undefined {
    const origins = touched(view.segments, span);
    if (view.passes > 0 && origins.length === 0) return undefined;
    const end = view.passes > 0 ? span.end : span.start + match.length;
    const place = view.lines().locate(originalSpan(view, { start: span.start, end }));
    const line = view.fragment.content.text.slice(place.lines.start, place.lines.end);
    if (!this.#settings.ignoreAllowComments && line.includes(allowComment)) return undefined;
    const secret = secretOf(rule, match);
    if (secret === undefined) return undefined;
    const entropy = shannonEntropy(secret);
    if (rule.entropy !== 0 && entropy <= rule.entropy) return undefined;
    const target = { secret, match, line: decodedLine(view, origins) ?? line };
    if (this.#isAllowed(rule, target, view)) return undefined;
    return makeFinding(view.fragment, rule, { place, line, match, secret, entropy, origins, passes: view.passes });
  }

  #isAllowed(
    rule: CompatRule,
    target: { readonly secret: ByteText; readonly match: ByteText; readonly line: ByteText },
    { commit, fragment }: { readonly commit: ByteText; readonly fragment: Fragment },
  ): boolean {
    return [...this.#config.allowlists, ...rule.allowlists].some((allowlist) =>
      allowsFinding(allowlist, target, commit, fragment.path),
    );
  }

  #runPathRules(fragment: Fragment, commit: ByteText): CompatFinding[] {
    const words = new WordIndex(fragment.content);
    return this.#pathRules.flatMap((rule) => {
      if (!this.#applies(rule, { fragment, commit })) return [];
      if (rule.keywords.length > 0 && !words.hasAny(rule.keywords)) return [];
      return [pathFinding(fragment, rule)];
    });
  }

  /** The scanner's own rules decode by themselves, and know the secret in what they match. */
  #runBuiltIn(fragment: Fragment, commit: ByteText, lines: () => LineIndex): CompatFinding[] {
    const matches = this.#settings.builtIn?.search(fragment.content, fragment.path) ?? [];
    return matches.flatMap(({ id, span, secret }) => {
      const rule = this.#config.rules.get(id);
      if (rule?.builtIn !== true || rule.regex !== undefined || rule.skipReport) return [];
      if (!this.#applies(rule, { fragment, commit })) return [];
      const { text } = fragment.content;
      const place = lines().locate(span);
      const line = text.slice(place.lines.start, place.lines.end);
      if (!this.#settings.ignoreAllowComments && line.includes(allowComment)) return [];
      const entropy = shannonEntropy(secret);
      if (rule.entropy !== 0 && entropy <= rule.entropy) return [];
      const match = text.slice(span.start, span.end);
      if (this.#isAllowed(rule, { secret, match, line }, { commit, fragment })) return [];
      return [makeFinding(fragment, rule, { place, line, match, secret, entropy, origins: [], passes: 0 })];
    });
  }
}

/** The line of the decoded text that the segments stand on. */
function decodedLine({ content }: View, origins: DecodedText['segments']): ByteText | undefined {
  const [first] = origins;
  const last = origins.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = content.text.indexOf('\n', last.decoded.end);
  return content.text.slice(
    content.text.lastIndexOf('\n', first.decoded.start) + 1,
    end < 0 ? content.text.length : end,
  );
}
