import type { Example, NonEmpty } from '../../model/rule.ts';
import type { Confidence, Severity } from '../../model/severity.ts';
import type { Near, Proof, SecretRegex, SecretRule } from './secret-rule.ts';

/** What is particular to one format. */
export interface SecretDefinition {
  /** `secrets/<kebab-case name>`, stable for ever. */
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** Alternatives in the shape notation; exactly one of `shape` and `regex`. */
  readonly shape?: string | NonEmpty<string>;
  readonly regex?: SecretRegex;
  readonly near?: NonEmpty<string> | Near;
  readonly path?: RegExp;
  readonly entropy?: number;
  readonly proof?: Proof;
  /** Default high. */
  readonly severity?: Severity;
  /** When no proof decides. Default: high, with `near` medium. */
  readonly confidence?: Confidence;
  /** Default: true without `near`. */
  readonly distinctive?: boolean;
  /** Default: the id's name. Rules that find the same value in other surroundings share a family. */
  readonly family?: string;
  readonly gitleaks?: string;
  /** What it gives an attacker, one to three sentences. */
  readonly opens: string;
  /** Where and how to revoke it, and what to use instead. */
  readonly revoke: string;
  readonly references?: readonly string[];
  /** `{secret}` stands for a generated value. */
  readonly bad: NonEmpty<Example>;
  readonly good: NonEmpty<Example>;
}

const afterwards =
  'Removing the line is not enough: the value stays in the history and in every clone, so revoke first, then clean up.';

/** Completes a definition by what all secret rules have in common. */
export function defineSecret(definition: SecretDefinition): SecretRule {
  const { opens, revoke, shape, near, ...own } = definition;
  if ((shape === undefined) === (own.regex === undefined)) throw new Error(`${own.id}: shape or regex, exactly one`);
  return {
    ...own,
    severity: own.severity ?? 'high',
    confidence: own.confidence ?? (near === undefined ? 'high' : 'medium'),
    distinctive: own.distinctive ?? near === undefined,
    family: own.family ?? own.id.slice('secrets/'.length),
    cwe: [798, 312, 321],
    tags: ['CICD-SEC-6', 'A07:2021'],
    why: opens,
    fix: `${revoke} ${afterwards}`,
    ...(shape === undefined ? {} : { shape: typeof shape === 'string' ? [shape] : shape }),
    ...(near === undefined ? {} : { near: 'words' in near ? near : { words: near } }),
  };
}
