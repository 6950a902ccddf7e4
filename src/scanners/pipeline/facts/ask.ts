import type { Audit } from '../audit/audit.ts';
import type { Dialect, Pipeline } from '../model/pipeline.ts';
import type { Issue, Undecided, Verdicts } from '../rule.ts';
import type { Facts } from './facts.ts';
import type { GithubFacts } from './github-facts-schema.ts';
import type { GitlabFacts } from './gitlab-facts-schema.ts';

/** Answers of one platform's settings: what is wrong, or undefined where the facts do not say. */
export interface SettingsQuestions {
  readonly gitlab?: (facts: GitlabFacts, all: Facts) => readonly Issue[] | undefined;
  readonly github?: (facts: GithubFacts, all: Facts) => readonly Issue[] | undefined;
}

/** Asks the settings of each platform that the repository has pipelines for; what nobody knows is undecided. */
export function askSettings(setting: string, questions: SettingsQuestions) {
  return function* ask(pipelines: readonly Pipeline[], { facts }: Audit): Verdicts {
    const { gitlab, github } = questions;
    if (gitlab) yield* answer('gitlab', setting, pipelines, facts?.gitlab && facts && gitlab(facts.gitlab, facts));
    if (github) yield* answer('github', setting, pipelines, facts?.github && facts && github(facts.github, facts));
  };
}

function answer(
  dialect: Dialect,
  setting: string,
  pipelines: readonly Pipeline[],
  issues: readonly Issue[] | undefined,
): readonly (Issue | Undecided)[] {
  const pipeline = pipelines.find((one) => one.dialect === dialect);
  if (!pipeline) return [];
  return issues ?? [{ undecided: setting, at: { source: pipeline.source, start: 0, end: 0 } }];
}
