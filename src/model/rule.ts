import type { ControlId } from './control.ts';
import type { Confidence, Severity } from './severity.ts';

/** A list that has a first element: a rule without examples does not compile. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A file that a rule must (bad) or must not (good) report. */
export interface Example {
  /** The file name it would have; decides the language where that matters. */
  readonly path?: string;
  readonly code: string;
  /** Other files of the project, by path, where the rule looks at more than one. */
  readonly beside?: Readonly<Record<string, string>>;
}

/**
 * What is known of a rule without running it. Tests, `portcullis explain`, the documentation page, SARIF's rule
 * table and the coverage matrix are derived from it.
 */
export interface RuleMeta {
  /** `<scanner>/<kebab-case name>`, stable for ever. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** CWE numbers, the most specific first. */
  readonly cwe: readonly number[];
  /** Other catalogues: `CICD-SEC-6`, `CIS-…`, `SLSA-…`, `A07:2021`. */
  readonly tags: readonly string[];
  /** What can go wrong, in one to three sentences. */
  readonly why: string;
  /** What to do about it, as an instruction. */
  readonly fix: string;
  readonly references?: readonly string[];
  /** What of a secure pipeline it watches over. */
  readonly covers?: readonly ControlId[];
  /** The platforms whose definitions it reads; absent where it does not matter whose they are. */
  readonly dialects?: readonly string[];
  readonly bad: NonEmpty<Example>;
  readonly good: NonEmpty<Example>;
}
