import type { NonEmpty } from '../../../model/rule.ts';
import type { Answer } from './answer.ts';
import type { Judgement } from './judgement.ts';

/** A read-only call that shows whether a credential is accepted. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** Absolute path with query, put behind the endpoint. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a call may depend on besides the credential. */
export interface Around {
  /** Host, with its port, that will be asked. */
  readonly host: string;
  readonly now: Date;
  /** For each of the provider's `beside` the nearest value in the same file, or undefined. */
  readonly beside: readonly (string | undefined)[];
}

/** What is known of one provider: where its credentials are asked about, how, and what its answers mean. */
export interface Provider {
  /** Key of `validate.endpoints`. */
  readonly id: string;
  readonly title: string;
  /** Where the provider itself answers; without a slash at the end. */
  readonly endpoint: string;
  /**
   * The same format also opens other hosts (own installations, regions), so that a refusal says something only of the
   * host that was asked: it counts when the policy names the endpoint.
   */
  readonly elsewhere?: boolean;
  readonly rules: NonEmpty<string>;
  /** Rules of the other parts of the credential, which stand near it. */
  readonly beside?: readonly string[];
  /** The page that documents the call. */
  readonly documentation: string;
  /** Undefined for values of these rules that no documented call can tell anything about. */
  request(value: string, around: Around): Question | undefined;
  /** Undefined for an answer that is not documented. Limits of rate, redirects and failures never get here. */
  judge(answer: Answer): Judgement | undefined;
}

/** The usual way: a GET with the credential as bearer token (RFC 6750, section 2.1). */
export function bearer(path: string, value: string, headers: Readonly<Record<string, string>> = {}): Question {
  return { method: 'GET', path, headers: { ...headers, authorization: `Bearer ${value}` } };
}
