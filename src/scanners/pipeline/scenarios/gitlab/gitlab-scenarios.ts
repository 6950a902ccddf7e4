import type { Scenario, Trust } from '../scenario.ts';
import { absent, chosenText, exact, present, type KnownValue } from './known-value.ts';

/** A scenario of GitLab with what it makes of the predefined variables that tell scenarios apart. */
export interface GitlabScenario extends Scenario {
  /** `CI_PIPELINE_SOURCE`. */
  readonly source: string;
  readonly predefined: ReadonlyMap<string, KnownValue>;
  /** Whether `changes` has something to compare with; without it every `changes` holds. */
  readonly hasChanges: boolean;
  /** What the identity token says of the ref. */
  readonly refType: 'branch' | 'tag';
}

interface Outline {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly starter: Trust;
  readonly checkout: Trust;
  readonly privileged: boolean | undefined;
  readonly ref: 'default' | 'protected' | 'branch' | 'tag-protected' | 'tag' | 'merge-request';
  readonly setsVariables?: true;
}

/** GitLab documentation, "Choose when jobs run", "Predefined CI/CD variables", "Merge request pipelines". */
const outlines: readonly Outline[] = [
  {
    id: 'push-default',
    title: 'push to the default branch',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
  },
  {
    id: 'push-protected',
    title: 'push to another protected branch',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'protected',
  },
  {
    id: 'push-branch',
    title: 'push to an unprotected branch',
    source: 'push',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'branch',
    setsVariables: true,
  },
  {
    id: 'merge-request',
    title: 'merge request of this project',
    source: 'merge_request_event',
    starter: 'developer',
    checkout: 'developer',
    privileged: undefined,
    ref: 'merge-request',
    setsVariables: true,
  },
  {
    id: 'merge-request-fork',
    title: 'merge request of a fork, run in the fork',
    source: 'merge_request_event',
    starter: 'outsider',
    checkout: 'outsider',
    privileged: false,
    ref: 'merge-request',
  },
  {
    id: 'merge-request-fork-in-parent',
    title: 'merge request of a fork, run here by a member',
    source: 'merge_request_event',
    starter: 'developer',
    checkout: 'outsider',
    privileged: false,
    ref: 'merge-request',
  },
  {
    id: 'tag-protected',
    title: 'protected tag',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'tag-protected',
  },
  {
    id: 'tag',
    title: 'unprotected tag',
    source: 'push',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'tag',
    setsVariables: true,
  },
  {
    id: 'schedule',
    title: 'schedule on the default branch',
    source: 'schedule',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'web',
    title: 'started by hand on the default branch',
    source: 'web',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'web-branch',
    title: 'started by hand on an unprotected branch',
    source: 'web',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'branch',
    setsVariables: true,
  },
  {
    id: 'api',
    title: 'started through the API on the default branch',
    source: 'api',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'trigger',
    title: 'trigger token, on the default branch',
    source: 'trigger',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'pipeline',
    title: 'started by another project, on the default branch',
    source: 'pipeline',
    starter: 'developer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
];

/** A child pipeline runs as whatever started its parent; alone it says only this of itself. */
const childOutline: Outline = {
  id: 'parent',
  title: 'started by the parent pipeline',
  source: 'parent_pipeline',
  starter: 'developer',
  checkout: 'developer',
  privileged: undefined,
  ref: 'branch',
  setsVariables: true,
};

/**
 * The ways a pipeline of a project can start.
 * @param defaultBranch its name, known from the settings or assumed
 */
export function gitlabScenarios(defaultBranch: string, isChild = false): readonly GitlabScenario[] {
  return (isChild ? [...outlines, childOutline] : outlines).map((outline) => toScenario(outline, defaultBranch));
}

function toScenario(outline: Outline, defaultBranch: string): GitlabScenario {
  const { id, title, source, starter, checkout, privileged, ref, setsVariables = false } = outline;
  const isTag = ref === 'tag' || ref === 'tag-protected';
  const predefined = new Map<string, KnownValue>([
    ['CI', exact('true')],
    ['GITLAB_CI', exact('true')],
    ['CI_PIPELINE_SOURCE', exact(source)],
    ['CI_DEFAULT_BRANCH', exact(defaultBranch)],
    ...refVariables(ref, defaultBranch),
    ['CI_PIPELINE_TRIGGERED', source === 'trigger' ? exact('true') : absent],
    ['CI_OPEN_MERGE_REQUESTS', ref === 'branch' ? { kind: 'unknown', chosen: true } : absent],
    ['CI_DEPLOY_FREEZE', { kind: 'unknown', chosen: false }],
  ]);
  return {
    id,
    title,
    dialect: 'gitlab',
    starter,
    checkout,
    definition: checkout,
    privileged,
    setsVariables,
    source,
    predefined,
    hasChanges: (source === 'push' && !isTag) || ref === 'merge-request',
    refType: isTag ? 'tag' : 'branch',
  };
}

function refVariables(ref: Outline['ref'], defaultBranch: string): readonly (readonly [string, KnownValue])[] {
  const isRequest = ref === 'merge-request';
  const isTag = ref === 'tag' || ref === 'tag-protected';
  const isProtected = ref === 'default' || ref === 'protected' || ref === 'tag-protected';
  // Who may push to a protected ref does not choose its name freely, but which one it is stays open.
  const other: KnownValue = { kind: 'some', not: [defaultBranch], chosen: !isProtected };
  const name = ref === 'default' ? exact(defaultBranch) : isTag ? chosenText() : other;
  return [
    ['CI_COMMIT_REF_NAME', isRequest ? chosenText() : name],
    ['CI_COMMIT_BRANCH', isRequest || isTag ? absent : name],
    ['CI_COMMIT_TAG', isTag ? name : absent],
    ['CI_COMMIT_TAG_MESSAGE', isTag ? { kind: 'unknown', chosen: true } : absent],
    ['CI_COMMIT_REF_PROTECTED', isRequest ? { kind: 'unknown', chosen: false } : exact(isProtected ? 'true' : 'false')],
    ['CI_COMMIT_MESSAGE', chosenText()],
    ['CI_COMMIT_TITLE', chosenText()],
    ['CI_COMMIT_DESCRIPTION', { kind: 'unknown', chosen: true }],
    ['CI_COMMIT_AUTHOR', chosenText()],
    ['GITLAB_USER_LOGIN', { kind: 'some', not: [], chosen: false }],
    ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', isRequest ? { kind: 'unknown', chosen: true } : absent],
    ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', isRequest ? chosenText() : absent],
    ['CI_MERGE_REQUEST_LABELS', isRequest ? { kind: 'unknown', chosen: true } : absent],
    ['CI_MERGE_REQUEST_TITLE', isRequest ? chosenText() : absent],
    ['CI_MERGE_REQUEST_DESCRIPTION', isRequest ? { kind: 'unknown', chosen: true } : absent],
    ['CI_MERGE_REQUEST_EVENT_TYPE', isRequest ? { kind: 'some', not: [], chosen: false } : absent],
  ];
}

/** What the platform says of a predefined variable that the scenario does not name; undefined when it is none. */
export function predefinedValue(name: string, scenario: GitlabScenario): KnownValue | undefined {
  const value = scenario.predefined.get(name);
  if (value) return value;
  if (name.startsWith('CI_MERGE_REQUEST_')) return scenario.source === 'merge_request_event' ? present : absent;
  if (name.startsWith('CI_EXTERNAL_PULL_REQUEST_')) return absent;
  if (name.startsWith('CI_KUBERNETES') || name.startsWith('CI_DEPLOY_') || name.startsWith('CI_ENVIRONMENT_')) {
    return { kind: 'unknown', chosen: false };
  }
  return /^CI_|^GITLAB_USER_/.test(name) ? present : undefined;
}
