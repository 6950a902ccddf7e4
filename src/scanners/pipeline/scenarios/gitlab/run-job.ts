import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { Job } from '../../model/job.ts';
import type { JobRun } from '../scenario.ts';
import { and, atomsOf, certain, unknown, type Truth } from '../truth.ts';
import { identityClaims } from './identity-claims.ts';
import { onlyExceptHolds } from './only-except.ts';
import { ruleOutcomes, type Circumstances, type RuleOutcome } from './rules.ts';

type Kind = 'yes' | 'manual' | 'no';

interface Decision {
  readonly kind: Kind;
  readonly when: Truth;
  readonly mayFail: boolean;
  /** The word of the definition: `on_success`, `manual`, … */
  readonly word: string;
}

/** What becomes of a job in a scenario, its pipeline being there under `pipelineStarts`. */
export function runJob(job: Job, pipelineStarts: Truth, circumstances: Circumstances, facts?: GitlabFacts): JobRun {
  const { scenario } = circumstances;
  const decisions = decide(job, circumstances).map((decision) => ({
    ...decision,
    when: and(pipelineStarts, decision.when),
  }));
  const possible = [
    ...decisions.filter(({ when }) => when.value !== false),
    ...(pipelineStarts.value === true
      ? []
      : [{ kind: 'no' as const, when: pipelineStarts, mayFail: false, word: 'never' }]),
  ];
  const kinds = new Set(possible.map(({ kind }) => kind));
  const [only] = kinds;
  const running = possible.filter(({ kind }) => kind !== 'no');
  const [word, ...otherWords] = new Set(running.map((decision) => decision.word));
  const [mayFail, ...others] = new Set(running.map((decision) => decision.mayFail));
  const decided = kinds.size === 1 && only !== undefined;
  return {
    scenario,
    runs: decided ? only : 'unknown',
    atoms: decided ? [] : atomsOf(possible.map(({ when }) => when)),
    mayFail: others.length === 0 ? (mayFail ?? false) : undefined,
    ...(word !== undefined && otherWords.length === 0 && { when: word }),
    claims: job.identityTokens.length === 0 ? {} : identityClaims(job, scenario, facts?.project),
  };
}

function decide(job: Job, circumstances: Circumstances): readonly Decision[] {
  const { body } = job;
  const rules = body.get('rules');
  const outcomes: readonly RuleOutcome[] = rules
    ? ruleOutcomes(body.list('rules'), circumstances)
    : withoutRules(job, circumstances);
  return outcomes.map(({ when, rule }): Decision => {
    if (!rule) return { kind: 'no', when, mayFail: false, word: 'never' };
    const word = rule.text('when') ?? body.text('when') ?? 'on_success';
    const allowed = rule.get('allow_failure') ?? body.get('allow_failure');
    // A manual job is optional by itself, but not when a rule makes it manual.
    const optional = word === 'manual' && (!rules || rule.text('when') === undefined);
    const mayFail = allowed ? !(allowed.kind === 'scalar' && allowed.value === false) : optional;
    return { kind: kindOf(word), when, mayFail, word };
  });
}

/** `only` and `except` as outcomes: the job itself decides, or it is not there. */
function withoutRules({ body, unresolved }: Job, circumstances: Circumstances): readonly RuleOutcome[] {
  const isElsewhere = unresolved !== undefined && !body.get('only') && !body.get('except');
  const when = isElsewhere
    ? unknown(`what ${unresolved.join(', ')} of an include says`, false)
    : onlyExceptHolds(body, circumstances);
  const runs = { when, rule: body };
  if (when.value === true) return [runs];
  return when.value === false ? [{ when: certain }] : [runs, { when }];
}

function kindOf(word: string): Kind {
  if (word === 'never') return 'no';
  return word === 'manual' ? 'manual' : 'yes';
}
