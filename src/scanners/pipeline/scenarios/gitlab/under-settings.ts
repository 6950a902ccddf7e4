import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import { allowsDevelopers, covers } from '../../facts/protected-ref.ts';
import type { Outline } from './outlines.ts';

/** A scenario as the settings of the project make it. */
export interface Settled extends Outline {
  /** Why it can not happen. */
  readonly impossible?: string;
}

/** Names of protected branches, which may have `*` in them; undefined when they are not known. */
export function branchNames({ protected_branches: branches }: GitlabFacts): readonly string[] | undefined {
  return branches?.map(({ name }) => name);
}

/** Names of protected tags, likewise. */
export function tagNames({ protected_tags: tags }: GitlabFacts): readonly string[] | undefined {
  return tags?.map(({ name }) => name);
}

/** What the settings decide of a scenario: whether it can happen, who starts it, whose code runs, with which rights. */
export function underSettings(outline: Outline, defaultBranch: string, facts: GitlabFacts): Settled {
  const settled = onRef(outline, defaultBranch, facts);
  const { setsVariables = false, starter, source } = settled;
  // A schedule brings its variables along.
  return { ...settled, setsVariables: setsVariables && (source === 'schedule' || mayOverride(starter, facts)) };
}

function mayOverride(starter: Outline['starter'], { project }: GitlabFacts): boolean {
  const role = project?.ci_pipeline_variables_minimum_override_role;
  // While the restriction is off the role does not count.
  if (role === undefined || project?.restrict_user_defined_variables === false) return true;
  return role === 'developer' || (role !== 'no_one_allowed' && starter === 'maintainer');
}

function onRef(outline: Outline, defaultBranch: string, facts: GitlabFacts): Settled {
  const { protected_branches: branches, protected_tags: tags } = facts;
  switch (outline.ref) {
    case 'default':
      return branches ? onDefault(outline, branches, defaultBranch) : outline;
    case 'protected':
      return onProtected(
        outline,
        branches?.filter(({ name }) => name !== defaultBranch),
      );
    case 'branch':
      return branches?.some(isEverything) ? { ...outline, impossible: 'every branch is protected' } : outline;
    case 'tag-protected':
      if (tags?.length === 0) return { ...outline, impossible: 'no tag is protected' };
      return tags?.some((tag) => allowsDevelopers(tag.create_access_levels)) ? byDevelopers(outline) : outline;
    case 'tag':
      return tags?.some(isEverything) ? { ...outline, impossible: 'every tag is protected' } : outline;
    default:
      return onRequest(outline, facts);
  }
}

function isEverything({ name }: { readonly name: string }): boolean {
  return name === '*';
}

type Branches = NonNullable<GitlabFacts['protected_branches']>;

/** Anybody who may push, or, by hand, may merge, starts it; anybody who may push changes what runs. */
function onDefault(outline: Outline, branches: Branches, defaultBranch: string): Settled {
  const rules = branches.filter(({ name }) => covers(name, defaultBranch));
  if (rules.length === 0) return { ...byDevelopers(outline), privileged: false };
  const push = rules.some(({ push_access_levels: levels }) => allowsDevelopers(levels));
  const merge = rules.some(({ merge_access_levels: levels }) => allowsDevelopers(levels));
  const isByHand = outline.source === 'web' || outline.source === 'api';
  return {
    ...outline,
    ...((isByHand ? push || merge : push && outline.source === 'push') && { starter: 'developer' }),
    ...(push && { checkout: 'developer' }),
  };
}

function onProtected(outline: Outline, others: Branches | undefined): Settled {
  if (others?.length === 0) return { ...outline, impossible: 'no other branch is protected' };
  return others?.some((branch) => allowsDevelopers(branch.push_access_levels)) ? byDevelopers(outline) : outline;
}

function onRequest(outline: Outline, facts: GitlabFacts): Settled {
  const isRunHere = facts.project?.ci_allow_fork_pipelines_to_run_in_parent_project !== false;
  if (outline.id === 'merge-request-fork-in-parent' && !isRunHere)
    return { ...outline, impossible: 'merge requests of forks are not run here' };
  return outline.privileged === undefined ? { ...outline, privileged: isPrivilegedRequest(facts) } : outline;
}

function byDevelopers(outline: Outline): Outline {
  return { ...outline, starter: 'developer', checkout: 'developer' };
}

/** It is so between protected branches, where the project wants that: a developer needs one to push to. */
function isPrivilegedRequest({ project, protected_branches: branches }: GitlabFacts): boolean | undefined {
  if (project?.protect_merge_request_pipelines === false) return false;
  if (project?.protect_merge_request_pipelines === undefined || !branches) return undefined;
  return branches.some(({ push_access_levels: levels }) => allowsDevelopers(levels)) ? undefined : false;
}
