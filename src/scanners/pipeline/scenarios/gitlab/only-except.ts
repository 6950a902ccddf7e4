import { RE2JS } from 're2js';
import { listOf, type YamlMap, type YamlNode } from '../../../../lib/yaml/node.ts';
import { and, certain, known, not, or, unknown, type Truth } from '../truth.ts';
import { changesHold } from './changed-paths.ts';
import { conditionHolds } from './condition.ts';
import type { GitlabScenario } from './gitlab-scenarios.ts';
import { canBe, someMatches } from './name-patterns.ts';
import type { Circumstances } from './rules.ts';

/** The plural words that stand for ways a pipeline starts (GitLab documentation, "Deprecated keywords", only:refs). */
const sources: Readonly<Record<string, string>> = {
  api: 'api',
  chat: 'chat',
  external: 'external',
  external_pull_requests: 'external_pull_request_event',
  merge_requests: 'merge_request_event',
  pipelines: 'pipeline',
  pushes: 'push',
  schedules: 'schedule',
  triggers: 'trigger',
  web: 'web',
};

/**
 * `only` and `except` of a job without `rules`; without both a job runs for branches and tags, or, where there are
 * `workflow:rules`, whenever there is a pipeline (GitLab, lib/gitlab/ci/config/entry/processable.rb).
 */
export function onlyExceptHolds(job: YamlMap, circumstances: Circumstances): Truth {
  const only = job.get('only');
  const except = job.get('except');
  return and(
    only ? partsHold(only, circumstances, and, ['branches', 'tags']) : defaultRefsHold(circumstances),
    except ? not(partsHold(except, circumstances, or, [])) : certain,
  );
}

function defaultRefsHold({ scenario, hasWorkflowRules }: Circumstances): Truth {
  const holds = refsHold(['branches', 'tags'], scenario);
  if (hasWorkflowRules === undefined) return or(holds, unknown('whether an include brings workflow rules', false));
  return hasWorkflowRules ? certain : holds;
}

/** The parts of `only` are ANDed, those of `except` ORed. */
function partsHold(
  node: YamlNode,
  circumstances: Circumstances,
  join: typeof and,
  defaultRefs: readonly string[],
): Truth {
  const { scenario, lookup } = circumstances;
  if (node.kind !== 'map') return refsHold(textsOf(node), scenario);
  const refs = node.get('refs') ? textsOf(node.get('refs')) : defaultRefs;
  const variables = node.get('variables');
  const changes = node.get('changes');
  const parts = [
    ...(refs.length > 0 ? [refsHold(refs, scenario)] : []),
    ...(variables ? [or(...listOf(variables).map((item) => conditionHolds(item, lookup)))] : []),
    ...(changes ? [changesHold(changes, scenario)] : []),
    ...(node.get('kubernetes') ? [unknown('whether a cluster is active', false)] : []),
  ];
  return join(...parts);
}

function refsHold(refs: readonly string[], scenario: GitlabScenario): Truth {
  return or(...refs.map((ref) => refHolds(ref, scenario)));
}

function refHolds(ref: string, scenario: GitlabScenario): Truth {
  const isRequest = scenario.source === 'merge_request_event';
  if (ref === 'branches') return known(!isRequest && scenario.refType === 'branch');
  if (ref === 'tags') return known(scenario.refType === 'tag');
  const source = sources[ref];
  if (source !== undefined) return known(scenario.source === source);
  // Names and patterns are compared with branches and tags, never with merge requests.
  if (isRequest) return known(false);
  const [pattern = '', project] = splitProject(ref);
  const holds = nameHolds(pattern, scenario);
  return project === undefined ? holds : and(holds, unknown(`whether this project is ${project}`, false));
}

function splitProject(ref: string): readonly string[] {
  const at = ref.lastIndexOf('@');
  return at <= 0 || ref.startsWith('/') ? [ref] : [ref.slice(0, at), ref.slice(at + 1)];
}

function nameHolds(pattern: string, { predefined }: GitlabScenario): Truth {
  const name = predefined.get('CI_COMMIT_REF_NAME');
  const expression = /^\/(?<source>.+)\/(?<flags>i?)$/.exec(pattern)?.groups;
  if (name?.kind === 'exact') return known(expression ? matchesName(expression, name.text) : name.text === pattern);
  if (name?.kind !== 'some') return unknown(`the ref is ${pattern}`, false);
  const source = expression?.['flags'] === '' ? (expression['source'] ?? '') : '';
  const decided = expression
    ? someMatches(name, { source, matches: (text) => matchesName(expression, text) })
    : canBe(pattern, name)
      ? undefined
      : false;
  return decided === undefined ? unknown(`the ref is ${pattern}`, name.chosen) : known(decided);
}

function matchesName(expression: Readonly<Record<string, string | undefined>>, name: string): boolean {
  const { source = '', flags = '' } = expression;
  try {
    return RE2JS.compile(source, flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0)
      .matcher(name)
      .find();
  } catch {
    // GitLab refuses a pattern that is not RE2, and no pipeline starts.
    return false;
  }
}

function textsOf(node: YamlNode | undefined): readonly string[] {
  return listOf(node).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}
