import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Decision } from '../../../resources/decision.ts';
import type { Issuer } from './issuer.ts';
import type { Token } from './token.ts';

/** A text of a trust policy that says something of a claim. */
export interface NamedText {
  /** `sub`, `repository`; undefined when the text may be about any. */
  readonly claim?: string;
  readonly text: string;
  readonly at: TextRange;
}

export interface Fault {
  readonly message: string;
  readonly at: TextRange;
  /** What has to go. */
  readonly remove?: TextRange;
}

/** One way into a role: a statement of its trust policy, a binding, a credential. */
export interface Grant {
  readonly provider: 'aws' | 'gcp' | 'azure' | 'vault';
  /** What the configuration calls the role. */
  readonly role: string;
  readonly issuer: Issuer;
  readonly at: TextRange;
  /** What its conditions name: from these, tokens are made that are tried. Wildcards are in it. */
  readonly names: readonly NamedText[];
  readonly audiences: readonly NamedText[];
  /** It is matched by globs that somebody asked for (Vault). */
  readonly globs?: true;
  /** What other conditions, that are elsewhere, may still narrow. */
  readonly isHalf?: true;
  /** Mistakes in how it asks, whoever gets in by them. */
  readonly faults?: readonly Fault[];
  /** Whether it lets the bearer of the token in; audiences are not looked at. */
  admits(token: Token): Decision;
}
