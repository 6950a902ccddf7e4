import type { Audit } from '../audit/audit.ts';
import type { Dialect, Pipeline } from '../model/pipeline.ts';
import type { Issue, Verdicts } from '../rule.ts';
import type { Facts } from './facts.ts';
import type { GithubFacts } from './github-facts-schema.ts';
import type { GitlabFacts } from './gitlab-facts-schema.ts';
import { findManagedFaults, type ManagedFault } from './managed-settings.ts';

/** A question about the settings of one platform. */
export interface SettingsQuestion<T> {
  /** The facts that answer it, by their keys. */
  readonly needs: readonly string[];
  /** What is wrong; undefined where the facts do not say. */
  readonly judge: (facts: T, all: Facts, asked: Asked) => readonly Issue[] | undefined;
}

/** What a question may look at besides the settings: pipelines of its platform, of which there is one at least. */
export interface Asked {
  readonly pipelines: readonly Pipeline[];
  readonly audit: Audit;
}

interface SettingsQuestions {
  /** What is wrong where Terraform sets it. */
  readonly managed?: readonly ManagedFault[];
  readonly gitlab?: SettingsQuestion<GitlabFacts>;
  readonly github?: SettingsQuestion<GithubFacts>;
}

/** Asks the settings of each platform that the repository has pipelines for; what nobody knows is undecided. */
export function askSettings(setting: string, { gitlab, github, managed = [] }: SettingsQuestions) {
  return function* ask(pipelines: readonly Pipeline[], audit: Audit): Verdicts {
    const { facts, files } = audit;
    yield* findManagedFaults(files, managed);
    if (gitlab) yield* answer('gitlab', setting, gitlab, facts?.gitlab, pipelines, audit);
    if (github) yield* answer('github', setting, github, facts?.github, pipelines, audit);
  };
}

function* answer<T extends { readonly unknown?: Readonly<Record<string, string>> | undefined }>(
  dialect: Dialect,
  setting: string,
  { needs, judge }: SettingsQuestion<T>,
  facts: T | undefined,
  all: readonly Pipeline[],
  audit: Audit,
): Verdicts {
  const pipelines = all.filter((pipeline) => pipeline.dialect === dialect);
  const [first] = pipelines;
  if (!first) return;
  const issues = facts && audit.facts && judge(facts, audit.facts, { pipelines, audit });
  if (issues) yield* issues;
  else
    yield {
      undecided: openQuestion(setting, dialect, needs, facts?.unknown),
      at: { source: first.source, start: 0, end: 0 },
    };
}

/** `which tags are protected (gitlab.protected_tags: 403: the token may not read it)`. */
function openQuestion(
  setting: string,
  dialect: Dialect,
  needs: readonly string[],
  unknown: Readonly<Record<string, string>> = {},
): string {
  const facts = needs.map((fact) => {
    const reason = unknown[fact] ?? unknown[fact.replace(/\..*/s, '')];
    return `${dialect}.${fact}${reason === undefined ? '' : `: ${reason}`}`;
  });
  return `${setting} (${facts.join(', ')})`;
}
