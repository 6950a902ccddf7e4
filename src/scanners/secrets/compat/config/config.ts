import type { Re2 } from '../../../../lib/re2/re2.ts';
import type { ByteText } from '../byte-text.ts';
import type { Allowlist } from './allowlist.ts';

/** A rule that a composite rule needs near its own finding. */
export interface RequiredRule {
  readonly id: string;
  readonly withinLines?: number;
  readonly withinColumns?: number;
}

export interface CompatRule {
  readonly id: string;
  readonly description: string;
  readonly regex?: Re2;
  readonly path?: Re2;
  /** The scanner's own rules find it, as long as `regex` does not say otherwise. */
  readonly builtIn?: boolean;
  /** 0: the first group that is not empty, else the match. */
  readonly secretGroup: number;
  /** The secret's entropy must be above; 0 switches the check off. */
  readonly entropy: number;
  /** Lower case; one of them must occur in the fragment. */
  readonly keywords: readonly ByteText[];
  readonly tags: readonly string[];
  readonly allowlists: readonly Allowlist[];
  readonly required: readonly RequiredRule[];
  /** Runs only as a part of rules that require it. */
  readonly skipReport: boolean;
}

export interface CompatConfig {
  /** Where it was read from; empty when it was not a file. */
  readonly path: string;
  readonly rules: ReadonlyMap<string, CompatRule>;
  /** Ids in the order of reports; a repeated id of one file stands twice, as there. */
  readonly order: readonly string[];
  /** Global allowlists. */
  readonly allowlists: readonly Allowlist[];
}
