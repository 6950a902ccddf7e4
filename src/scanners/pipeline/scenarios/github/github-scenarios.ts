import { githubBranch } from '../../facts/github-branch.ts';
import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import type { Scenario, Trust } from '../scenario.ts';

/** A scenario of GitHub with what it makes of the contexts that tell scenarios apart. */
export interface GithubScenario extends Scenario {
  readonly event: string;
  /** `default`: the default branch; `branch`, `tag`: one that somebody names; `request`: the merge of a pull request. */
  readonly ref: 'default' | 'branch' | 'tag' | 'request';
  /** Whether the pull request, or the one that the run before was for, is from a fork. */
  readonly fromFork?: boolean;
  /** Whether Dependabot has opened the pull request. */
  readonly byDependabot?: true;
}

type Outline = readonly [
  id: string,
  title: string,
  event: string,
  ref: GithubScenario['ref'],
  starter: Trust,
  checkout: Trust,
  privileged: boolean,
  fromFork?: boolean,
];

const dependabot = 'pull-request-dependabot';

/**
 * GitHub documentation, "Events that trigger workflows", "Secure use reference". The checkout is what `actions/checkout`
 * takes by itself: under the privileged events that is the default branch.
 */
const outlines: readonly Outline[] = [
  ['push-default', 'push to the default branch', 'push', 'default', 'maintainer', 'maintainer', true],
  ['push-branch', 'push to another branch', 'push', 'branch', 'developer', 'developer', true],
  ['push-tag', 'push of a tag', 'push', 'tag', 'developer', 'developer', true],
  ['pull-request', 'pull request of this repository', 'pull_request', 'request', 'developer', 'developer', true, false],
  ['pull-request-fork', 'pull request of a fork', 'pull_request', 'request', 'outsider', 'outsider', false, true],
  // Whoever publishes a new version of a dependency brings it about, and its code.
  [dependabot, 'pull request of Dependabot', 'pull_request', 'request', 'outsider', 'outsider', false, false],
  [
    'pull-request-target',
    'pull request of a fork, run with rights',
    'pull_request_target',
    'default',
    'outsider',
    'maintainer',
    true,
    true,
  ],
  ['workflow-run', 'another workflow has ended', 'workflow_run', 'default', 'outsider', 'maintainer', true, true],
  ['issue-comment', 'comment on an issue or request', 'issue_comment', 'default', 'outsider', 'maintainer', true],
  ['issues', 'issue', 'issues', 'default', 'outsider', 'maintainer', true],
  ['discussion', 'discussion', 'discussion', 'default', 'outsider', 'maintainer', true],
  ['release', 'release', 'release', 'tag', 'developer', 'developer', true],
  ['merge-group', 'merge queue', 'merge_group', 'branch', 'developer', 'developer', true],
  ['schedule', 'schedule', 'schedule', 'default', 'maintainer', 'maintainer', true],
  ['dispatch', 'started by hand', 'workflow_dispatch', 'branch', 'developer', 'developer', true],
  ['repository-dispatch', 'started by the API', 'repository_dispatch', 'default', 'developer', 'maintainer', true],
  ['call', 'called by another workflow', 'workflow_call', 'branch', 'developer', 'developer', true],
];

/** The ways a workflow can start, whatever the settings say. */
export const githubScenarios: readonly GithubScenario[] = outlines.map(
  ([id, title, event, ref, starter, checkout, privileged, fromFork]) => ({
    id,
    title,
    dialect: 'github',
    event,
    ref,
    starter,
    checkout,
    // Under the privileged events the definition is the default branch's, as the checkout is.
    definition: checkout,
    privileged,
    setsVariables: event === 'workflow_dispatch' || event === 'repository_dispatch',
    ...(fromFork !== undefined && { fromFork }),
    ...(id === dependabot && { byDependabot: true as const }),
  }),
);

/** The ways a workflow of a repository can start, as its settings make them. */
export function scenariosUnder(facts: GithubFacts): readonly GithubScenario[] {
  return githubScenarios.map((scenario) => underSettings(scenario, facts));
}

function underSettings(scenario: GithubScenario, facts: GithubFacts): GithubScenario {
  const { event, fromFork, ref } = scenario;
  const isPrivate = facts.repository?.visibility === 'private';
  if (isPrivate && event === 'pull_request' && fromFork === true) return ofPrivateFork(scenario, facts);
  // Without a pull request whoever may push decides what is on the default branch.
  if (ref === 'default' && event === 'push' && githubBranch(facts).needsPullRequest === false)
    return { ...scenario, starter: 'developer', checkout: 'developer', definition: 'developer' };
  // Nobody from outside can open anything there.
  return isPrivate && scenario.starter === 'outsider' && scenario.byDependabot !== true
    ? { ...scenario, starter: 'developer' }
    : scenario;
}

function ofPrivateFork(scenario: GithubScenario, { repository, fork_workflows: forks }: GithubFacts): GithubScenario {
  const inside = { ...scenario, starter: 'developer', checkout: 'developer', definition: 'developer' } as const;
  if (repository?.allow_forking === false) return { ...inside, impossible: 'the repository can not be forked' };
  if (forks?.run_workflows_from_fork_pull_requests === false)
    return { ...inside, impossible: 'workflows of forks are not run' };
  return forks?.send_secrets_and_variables === true ? { ...inside, privileged: true } : inside;
}
