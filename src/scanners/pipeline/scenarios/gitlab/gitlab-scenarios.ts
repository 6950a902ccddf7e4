import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { Scenario } from '../scenario.ts';
import { absent, chosenText, exact, present, type KnownValue } from './known-value.ts';
import { childOutline, outlines, type Outline } from './outlines.ts';
import { branchNames, tagNames, underSettings, type Settled } from './under-settings.ts';

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

/**
 * The ways a pipeline of a project can start.
 * @param defaultBranch its name, known from the settings or assumed
 */
export function gitlabScenarios(
  defaultBranch: string,
  isChild: boolean,
  facts: GitlabFacts = {},
): readonly GitlabScenario[] {
  return (isChild ? [...outlines, childOutline] : outlines).map((outline) =>
    toScenario(underSettings(outline, defaultBranch, facts), defaultBranch, facts),
  );
}

function toScenario(outline: Settled, defaultBranch: string, facts: GitlabFacts): GitlabScenario {
  const { id, title, source, starter, checkout, privileged, ref, setsVariables = false, impossible } = outline;
  const isTag = ref === 'tag' || ref === 'tag-protected';
  const predefined = new Map<string, KnownValue>([
    ['CI', exact('true')],
    ['GITLAB_CI', exact('true')],
    ['CI_PIPELINE_SOURCE', exact(source)],
    ['CI_DEFAULT_BRANCH', exact(defaultBranch)],
    ...refVariables(outline, defaultBranch, facts),
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
    ...(impossible !== undefined && { impossible }),
  };
}

function refVariables(
  { ref, privileged }: Settled,
  defaultBranch: string,
  facts: GitlabFacts,
): readonly (readonly [string, KnownValue])[] {
  const isRequest = ref === 'merge-request';
  const isTag = ref === 'tag' || ref === 'tag-protected';
  const name = nameOf(ref, defaultBranch, facts);
  return [
    ['CI_COMMIT_REF_NAME', name],
    ['CI_COMMIT_BRANCH', isRequest || isTag ? absent : name],
    ['CI_COMMIT_TAG', isTag ? name : absent],
    ['CI_COMMIT_TAG_MESSAGE', isTag ? { kind: 'unknown', chosen: true } : absent],
    [
      'CI_COMMIT_REF_PROTECTED',
      privileged === undefined ? { kind: 'unknown', chosen: false } : exact(String(privileged)),
    ],
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

/** Who may push to a protected ref does not choose its name freely, but which one it is stays open. */
function nameOf(ref: Outline['ref'], defaultBranch: string, facts: GitlabFacts): KnownValue {
  switch (ref) {
    case 'default':
      return exact(defaultBranch);
    case 'protected':
      return oneOf(branchNames(facts), [defaultBranch]);
    case 'tag-protected':
      return oneOf(tagNames(facts), []);
    case 'tag':
      return chosenText(...(tagNames(facts) ?? []));
    case 'branch':
      return chosenText(defaultBranch, ...(branchNames(facts) ?? []));
    default:
      // Of a merge request it is the source branch, which in a fork has any name.
      return chosenText();
  }
}

function oneOf(names: readonly string[] | undefined, not: readonly string[]): KnownValue {
  const like = names?.filter((name) => !not.includes(name));
  const [only] = like ?? [];
  if (only !== undefined && like?.length === 1 && !only.includes('*')) return exact(only);
  return { kind: 'some', not, chosen: false, ...(like && { like }) };
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
