import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Trust } from '../scenarios/scenario.ts';

/** One step on the way of a value, as a reader would tell it. */
export interface FlowStep {
  readonly at: TextRange;
  readonly message: string;
}

/** A text that somebody else chose. */
export interface Untrusted {
  /** As a reader would name it: `$CI_COMMIT_TITLE`. */
  readonly source: string;
  /** Whose word is enough to choose it. */
  readonly trust: Trust;
  /** `structured`: no blanks and no leading dash, such as a branch name; shell characters are possible. */
  readonly form: 'arbitrary' | 'structured';
  /** Whether it can have line breaks in it. */
  readonly multiline: boolean;
  readonly steps: readonly FlowStep[];
}

/** A text that nobody may see. */
export interface Secret {
  /** As a reader would name it: `$DB_PASSWORD`, `the output of aws secretsmanager get-secret-value`. */
  readonly name: string;
  /**
   * Where it comes from: a variable of the settings, one that the platform makes and masks, an identity token, a
   * command of the script, or all variables at once.
   */
  readonly origin: 'setting' | 'platform' | 'identity-token' | 'fetched' | 'environment';
  /** Encoded or cut, so that it is not what a mask looks for. */
  readonly changed: boolean;
  readonly steps: readonly FlowStep[];
}

/** What is known of a text. */
export interface Flow {
  readonly untrusted?: Untrusted;
  readonly secret?: Secret;
}

export const nothing: Flow = {};

const trustOrder: readonly Trust[] = ['outsider', 'developer', 'maintainer'];
const mostSteps = 8;

export function isNothing({ untrusted, secret }: Flow): boolean {
  return untrusted === undefined && secret === undefined;
}

/** What is known of a text that is made of several: the worst of each. */
export function join(flows: Iterable<Flow | undefined>): Flow {
  let untrusted: Untrusted | undefined;
  let secret: Secret | undefined;
  for (const flow of flows) {
    if (flow?.untrusted) untrusted = untrusted ? worse(untrusted, flow.untrusted) : flow.untrusted;
    if (flow?.secret && (!secret || rank(flow.secret) > rank(secret))) secret = flow.secret;
  }
  return { ...(untrusted && { untrusted }), ...(secret && { secret }) };
}

export function without(flow: Flow, part: keyof Flow): Flow {
  const { untrusted, secret } = flow;
  if (part === 'untrusted') return secret ? { secret } : nothing;
  return untrusted ? { untrusted } : nothing;
}

/** The secret is no longer what a mask looks for. */
export function changed(flow: Flow): Flow {
  const { secret } = flow;
  return secret && !secret.changed ? { ...flow, secret: { ...secret, changed: true } } : flow;
}

/** Adds a step to what the flow has; long ways keep their beginning. */
export function passing(flow: Flow, step: () => FlowStep): Flow {
  const { untrusted, secret } = flow;
  if (!untrusted && !secret) return flow;
  const add = (steps: readonly FlowStep[]): readonly FlowStep[] =>
    steps.length < mostSteps ? [...steps, step()] : steps;
  return {
    ...(untrusted && { untrusted: { ...untrusted, steps: add(untrusted.steps) } }),
    ...(secret && { secret: { ...secret, steps: add(secret.steps) } }),
  };
}

/** Whether two flows say the same of a text, whatever way it came. */
export function isSame(one: Flow | undefined, other: Flow | undefined): boolean {
  return (
    one?.untrusted?.source === other?.untrusted?.source &&
    one?.secret?.name === other?.secret?.name &&
    one?.secret?.changed === other?.secret?.changed
  );
}

function worse(one: Untrusted, other: Untrusted): Untrusted {
  const distance = trustOrder.indexOf(one.trust) - trustOrder.indexOf(other.trust);
  if (distance !== 0) return distance < 0 ? one : other;
  if (one.form !== other.form) return one.form === 'arbitrary' ? one : other;
  return one;
}

function rank({ origin, changed }: Secret): number {
  return (origin === 'fetched' ? 2 : origin === 'platform' ? 0 : 1) + (changed ? 4 : 0);
}
