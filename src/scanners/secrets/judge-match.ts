import type { ByteRange } from '../../model/location.ts';
import { compareConfidence, confidences, type Confidence } from '../../model/severity.ts';
import { rank, type SecretCandidate } from './candidate.ts';
import { shannonEntropy } from './entropy.ts';
import { isRemark, isSideFile } from './file-kind.ts';
import { proofInWords } from './proof-in-words.ts';
import { isPlaceholder } from './placeholder/is-placeholder.ts';
import { isSample } from './placeholder/is-sample.ts';
import { findMadeUp } from './placeholder/made-up.ts';
import { findUserEcho } from './placeholder/user-echo.ts';
import type { ProofResult, SecretRule } from './secret-rule.ts';

/** Bytes around a value that a proof may look at. */
const proofWindow = 1024;
const leftContext = 60;
const rightContext = 20;

/** What a match amounts to. */
type Verdict = Omit<SecretCandidate, 'range' | 'encoding'>;

/** Where a match stands. */
export interface Surroundings {
  /** Latin1 view of the bytes that were searched. */
  readonly text: string;
  readonly path: string;
  readonly now: Date;
}

/** Takes a match of a rule, whose value is at `range`, through the rule's conditions: path, entropy, placeholders, proof. */
export function judgeMatch(rule: SecretRule, range: ByteRange, around: Surroundings): Verdict | undefined {
  const { text, path, now } = around;
  const { start, end } = range;
  if (rule.path && !rule.path.test(path)) return undefined;
  const value = text.slice(start, end);
  if (rule.entropy !== undefined && shannonEntropy(value) < rule.entropy) return undefined;
  const left = text.slice(Math.max(0, start - leftContext), start).replace(/^[^]*\n/, '');
  const [right = ''] = text.slice(end, end + rightContext).split('\n', 1);
  const keyName = /([\w.-]{1,60})["']?\s{0,4}[:=]>?\s{0,4}["']?$/.exec(left)?.[1];
  const context = { left, right, path, ...(keyName !== undefined && { key: keyName }) };
  const aside = isSideFile(path) || isRemark(path, left);
  const placeholder = rule.distinctive
    ? (isSample(value) ?? findIntroduction(left))
    : (isPlaceholder(value, context) ?? findUserEcho(value, left) ?? (aside ? findMadeUp(value) : undefined));
  const proof = rule.proof?.check(value, text.slice(Math.max(0, start - proofWindow), end + proofWindow), now);
  const outcome = proof?.outcome;
  const refuted = outcome === 'refuted' ? (proof?.dismissed ?? 'its checksum is wrong') : undefined;
  const dropped = placeholder ?? refuted;
  return {
    rule,
    provider: rule.provider,
    family: rule.family,
    value,
    severity: proof?.severity ?? rule.severity,
    confidence: confidenceOf(rule, outcome, path),
    rank: rankOf(rule, outcome),
    ...(outcome && { outcome }),
    ...(outcome === 'proven' && rule.proof && { proof: proofInWords(rule.proof.id) }),
    ...(proof?.facts && { facts: proof.facts }),
    ...(keyName !== undefined && { keyName }),
    ...(dropped !== undefined && outcome !== 'proven' && { dropped }),
  };
}

/** Words that present what follows as an example. */
function findIntroduction(left: string): string | undefined {
  return /\b(?:e\.g\.|for example|such as|looks like)[:,]?\s{0,2}["'`(]{0,2}$/i.test(left)
    ? 'given as an example'
    : undefined;
}

/** A path lowers what only context supports, and never what is proven. */
function confidenceOf(rule: SecretRule, outcome: ProofResult['outcome'] | undefined, path: string): Confidence {
  if (outcome === 'proven') return 'proven';
  if (outcome === 'refuted') return 'low';
  // Without a proof nothing is proven, whatever the rule hopes for.
  const usual = compareConfidence(rule.confidence, 'high') > 0 ? 'high' : rule.confidence;
  if (rule.distinctive || !isSideFile(path)) return usual;
  return confidences[Math.max(0, confidences.indexOf(usual) - 1)] ?? 'low';
}

function rankOf(rule: SecretRule, outcome: ProofResult['outcome'] | undefined): number {
  if (outcome === 'proven') return rank.proven;
  if (outcome === 'refuted') return rank.refuted;
  return rule.distinctive ? rank.distinctive : rank.context;
}
