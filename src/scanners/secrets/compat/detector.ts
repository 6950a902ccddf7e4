import { lowerCase, toBytes, type ByteText } from './byte-text.ts';
import { allowsFinding, allowsSource } from './config/allowlist.ts';
import type { CompatConfig, CompatRule } from './config/config.ts';
import { decodePass, originalSpan, touched, type DecodedText, type Span } from './decode/decoded-text.ts';
import { encodingNames } from './decode/encodings.ts';
import type { CompatFinding, RequiredFinding } from './finding.ts';
import type { Fragment } from './fragment.ts';
import { LineIndex } from './line-index.ts';
import { shannonEntropy } from './shannon-entropy.ts';

export interface DetectorSettings {
  /** How many decoding passes follow the first look. */
  readonly maxDecodeDepth: number;
  /** Report what an allow comment marks, too. */
  readonly ignoreAllowComments: boolean;
  /** Files that are not looked at: the configuration and the baseline. */
  readonly skippedPaths: ReadonlySet<ByteText>;
}

/** A fragment in the state of one pass. */
interface View extends DecodedText {
  readonly fragment: Fragment;
  readonly commit: ByteText;
  readonly lines: LineIndex;
}

const allowComment = 'gitleaks:allow';

/** Finds what a configuration's rules report in fragments. */
export class Detector {
  readonly #config: CompatConfig;
  readonly #settings: DetectorSettings;

  constructor(config: CompatConfig, settings: DetectorSettings) {
    this.#config = config;
    this.#settings = settings;
  }

  /** Findings in the order in which the rules are listed, pass by pass. */
  detect(fragment: Fragment): CompatFinding[] {
    const commit = fragment.commit?.hash ?? '';
    if (this.#settings.skippedPaths.has(fragment.path)) return [];
    if (this.#config.allowlists.some((allowlist) => allowsSource(allowlist, commit, fragment.path))) return [];
    const lines = new LineIndex(fragment.raw);
    const findings: CompatFinding[] = [];
    let text: DecodedText | undefined = { text: fragment.raw, passes: 0, segments: [] };
    while (text !== undefined) {
      const view: View = { ...text, fragment, commit, lines };
      findings.push(...this.#runRules(view));
      text = text.passes < this.#settings.maxDecodeDepth ? decodePass(text) : undefined;
    }
    return dropGeneric(findings);
  }

  #runRules(view: View): CompatFinding[] {
    const lower = lowerCase(view.text);
    const findings: CompatFinding[] = [];
    for (const rule of this.#config.rules.values()) {
      if (rule.skipReport) continue;
      if (rule.keywords.length > 0 && !rule.keywords.some((word) => word !== '' && lower.includes(word))) continue;
      findings.push(...this.#runRule(view, rule));
    }
    return findings;
  }

  #runRule(view: View, rule: CompatRule): CompatFinding[] {
    const primary = this.#runExpressions(view, rule);
    if (rule.required.length === 0 || rule.regex === undefined) return primary;
    const parts = rule.required.map((required) => {
      const needed = this.#config.rules.get(required.id);
      return { required, findings: needed === undefined ? [] : this.#runExpressions(view, needed) };
    });
    const complete: CompatFinding[] = [];
    for (const finding of primary) {
      const near = parts.map(({ required, findings }) =>
        findings.filter(
          (part) =>
            Math.abs(part.startLine - finding.startLine) <= (required.withinLines ?? Infinity) &&
            Math.abs(part.startColumn - finding.startColumn) <= (required.withinColumns ?? Infinity),
        ),
      );
      if (near.every((found) => found.length > 0)) {
        complete.push({ ...finding, required: near.flat().map((part) => toRequired(part)) });
      }
    }
    return complete;
  }

  /** The rule alone, without the ones that it requires. */
  #runExpressions(view: View, rule: CompatRule): CompatFinding[] {
    const { fragment, commit, text } = view;
    if (rule.allowlists.some((allowlist) => allowsSource(allowlist, commit, fragment.path))) return [];
    if (rule.path !== undefined && !rule.path.test(fragment.path)) return [];
    if (rule.regex === undefined) return view.passes === 0 ? [pathFinding(fragment, rule)] : [];
    const findings: CompatFinding[] = [];
    for (const match of rule.regex.findAll(text)) {
      const trimmed = text.slice(match.start, match.end).replaceAll(/^\n+|\n+$/g, '');
      const finding = this.#judge(view, rule, match, trimmed);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  }

  #judge(view: View, rule: CompatRule, span: Span, match: ByteText): CompatFinding | undefined {
    const { fragment, commit, segments } = view;
    const origins = touched(segments, span);
    if (view.passes > 0 && origins.length === 0) return undefined;
    const end = view.passes > 0 ? span.end : span.start + match.length;
    const place = view.lines.locate(originalSpan(view, { start: span.start, end }));
    const line = fragment.raw.slice(place.lines.start, place.lines.end);
    if (!this.#settings.ignoreAllowComments && line.includes(allowComment)) return undefined;
    const secret = secretOf(rule, match);
    if (secret === undefined) return undefined;
    const entropy = shannonEntropy(secret);
    if (rule.entropy !== 0 && entropy <= rule.entropy) return undefined;
    const allowed = [...this.#config.allowlists, ...rule.allowlists].some((allowlist) =>
      allowsFinding(allowlist, { secret, match, line: decodedLine(view, origins) ?? line }, commit, fragment.path),
    );
    if (allowed) return undefined;
    const startLine = fragment.startLine + place.startLine;
    return {
      ruleId: toBytes(rule.id),
      description: toBytes(rule.description),
      tags: [...rule.tags.map((tag) => toBytes(tag)), ...decodingTags(origins, view.passes)],
      startLine,
      endLine: fragment.startLine + place.endLine,
      startColumn: place.startColumn,
      endColumn: place.endColumn,
      line,
      match,
      secret,
      entropy: Math.fround(entropy),
      file: fragment.path,
      symlinkFile: fragment.symlink,
      ...(fragment.commit && { commit: fragment.commit }),
      link: '',
      fingerprint: fingerprintOf(fragment, rule, startLine),
      required: [],
    };
  }
}

function secretOf(rule: CompatRule, match: ByteText): ByteText | undefined {
  const groups = rule.regex?.groups === 0 ? undefined : rule.regex?.submatches(match)?.slice(1);
  if (groups === undefined) return match;
  const texts = groups.map((group) => (group === undefined ? '' : match.slice(group.start, group.end)));
  if (rule.secretGroup > 0) return texts[rule.secretGroup - 1];
  return texts.find((text) => text !== '') ?? match;
}

/** The line of the decoded text that the segments stand on. */
function decodedLine({ text }: View, origins: DecodedText['segments']): ByteText | undefined {
  const [first] = origins;
  const last = origins.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = text.indexOf('\n', last.decoded.end);
  return text.slice(text.lastIndexOf('\n', first.decoded.start) + 1, end < 0 ? text.length : end);
}

function decodingTags(origins: DecodedText['segments'], passes: number): ByteText[] {
  if (passes === 0) return [];
  const encodings = encodingNames.filter((name) => origins.some((origin) => origin.encodings.has(name)));
  return [...encodings.map((name) => `decoded:${name}`), `decode-depth:${passes}`];
}

function pathFinding(fragment: Fragment, rule: CompatRule): CompatFinding {
  return {
    ruleId: toBytes(rule.id),
    description: toBytes(rule.description),
    tags: rule.tags.map((tag) => toBytes(tag)),
    startLine: 0,
    endLine: 0,
    startColumn: 0,
    endColumn: 0,
    line: '',
    match: `file detected: ${fragment.path}`,
    secret: '',
    entropy: 0,
    file: fragment.path,
    symlinkFile: fragment.symlink,
    ...(fragment.commit && { commit: fragment.commit }),
    link: '',
    fingerprint: fingerprintOf(fragment, rule, 0),
    required: [],
  };
}

function fingerprintOf(fragment: Fragment, rule: CompatRule, startLine: number): ByteText {
  const place = `${fragment.path}:${toBytes(rule.id)}:${startLine}`;
  return fragment.commit === undefined ? place : `${fragment.commit.hash}:${place}`;
}

function toRequired(finding: CompatFinding): RequiredFinding {
  const { ruleId, startLine, endLine, startColumn, endColumn, line, match, secret } = finding;
  return { ruleId, startLine, endLine, startColumn, endColumn, line, match, secret };
}

/** A generic rule yields to a specific one that found the same secret on the same line. */
function dropGeneric(findings: readonly CompatFinding[]): CompatFinding[] {
  const specific = findings.filter((finding) => !isGeneric(finding));
  return findings.filter(
    (finding) =>
      !isGeneric(finding) ||
      !specific.some((other) => other.startLine === finding.startLine && other.secret.includes(finding.secret)),
  );
}

function isGeneric(finding: CompatFinding): boolean {
  return finding.ruleId.toLowerCase().includes('generic');
}
