import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { CollectedFiles } from '../collected-files.ts';
import { Facts } from '../facts/facts.ts';
import type { GithubFacts } from '../facts/github-facts-schema.ts';
import type { GitlabFacts } from '../facts/gitlab-facts-schema.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readPipelines } from '../read-pipelines.ts';
import type { JobRun } from './scenario.ts';
import { scenarioMatrix } from './scenario-matrix.ts';

async function runsOf(path: string, code: string, settings: object): Promise<ReadonlyMap<string, JobRun>> {
  const files = new CollectedFiles();
  files.add(path, code);
  const [pipeline] = readPipelines(files);
  const [job] = pipeline?.jobs ?? [];
  if (!pipeline || !job) throw new Error('there is no job');
  const facts = await readFacts(new SourceText('facts.json', JSON.stringify({ version: 1, ...settings })));
  expect(facts).toBeInstanceOf(Facts);
  return new Map(
    scenarioMatrix(pipeline, files, facts)
      .runsOf(job)
      .map((run) => [run.scenario.id, run]),
  );
}

/** What becomes of a job with one condition. */
async function gitlab(condition: string, facts: GitlabFacts, rest = ''): Promise<ReadonlyMap<string, JobRun>> {
  const code = `a:\n  script: make\n  rules:\n    - if: ${JSON.stringify(condition)}\n${rest}`;
  return await runsOf('.gitlab-ci.yml', code, { gitlab: facts });
}

const words = (runs: ReadonlyMap<string, JobRun>, ...ids: readonly string[]) => ids.map((id) => runs.get(id)?.runs);

describe('protected branches and tags', () => {
  const protectedRefs: GitlabFacts = {
    project: { default_branch: 'trunk' },
    protected_branches: [{ name: 'trunk' }, { name: 'release/*' }],
    protected_tags: [{ name: 'v*' }],
  };

  test.each([
    // condition, on the default, on another protected, on an unprotected branch
    ['$CI_COMMIT_BRANCH == "trunk"', ['yes', 'no', 'no']],
    ['$CI_COMMIT_BRANCH == "release/1"', ['no', 'unknown', 'no']],
    ['$CI_COMMIT_BRANCH =~ /^release\\//', ['no', 'yes', 'no']],
    ['$CI_COMMIT_BRANCH =~ /^release/', ['no', 'yes', 'unknown']],
    ['$CI_COMMIT_BRANCH =~ /^release\\/\\d+$/', ['no', 'unknown', 'no']],
    ['$CI_COMMIT_BRANCH =~ /release/', ['no', 'unknown', 'unknown']],
    ['$CI_COMMIT_BRANCH =~ /^feature\\//', ['no', 'no', 'unknown']],
    ['$CI_COMMIT_BRANCH =~ /^(trunk|release\\/.*)$/', ['yes', 'unknown', 'unknown']],
    ['$CI_COMMIT_REF_PROTECTED == "true"', ['yes', 'yes', 'no']],
  ])('decide %s', async (condition, expected) => {
    const runs = await gitlab(condition, protectedRefs);
    expect(words(runs, 'push-default', 'push-protected', 'push-branch')).toEqual(expected);
  });

  test('decide conditions on tags, and names in only', async () => {
    const versions = await gitlab('$CI_COMMIT_TAG =~ /^v\\d+/', protectedRefs);
    expect(words(versions, 'tag-protected', 'tag')).toEqual(['unknown', 'no']);
    expect(words(await gitlab('$CI_COMMIT_TAG =~ /^v/', protectedRefs), 'tag-protected', 'tag')).toEqual(['yes', 'no']);
    const code = 'a:\n  script: make\n  only:\n    - /^release\\/.*$/\n';
    const only = await runsOf('.gitlab-ci.yml', code, { gitlab: protectedRefs });
    expect(words(only, 'push-default', 'push-protected', 'push-branch', 'tag')).toEqual(['no', 'yes', 'no', 'unknown']);
  });

  test('the only other one is known by name', async () => {
    const facts: GitlabFacts = { protected_branches: [{ name: 'main' }, { name: 'stable' }] };
    expect(words(await gitlab('$CI_COMMIT_BRANCH == "stable"', facts), 'push-protected', 'push-branch')).toEqual([
      'yes',
      'no',
    ]);
  });

  test('what there is none of does not happen', async () => {
    const few: GitlabFacts = { protected_branches: [{ name: 'main' }], protected_tags: [] };
    expect(words(await gitlab('$CI', few), 'push-protected', 'tag-protected', 'tag')).toEqual(['no', 'no', 'yes']);
    const all: GitlabFacts = { protected_branches: [{ name: '*' }], protected_tags: [{ name: '*' }] };
    const ids = ['push-branch', 'web-branch', 'tag', 'push-default'];
    expect(words(await gitlab('$CI', all), ...ids)).toEqual(['no', 'no', 'no', 'yes']);
  });

  test('who may push starts it and decides what runs', async () => {
    const open = await gitlab('$CI', {
      protected_branches: [{ name: 'main', push_access_levels: [{ access_level: 30 }] }],
    });
    expect(open.get('push-default')?.scenario).toMatchObject({
      starter: 'developer',
      checkout: 'developer',
      privileged: true,
    });
    expect(open.get('schedule')?.scenario).toMatchObject({ starter: 'maintainer', checkout: 'developer' });
    const none = await gitlab('$CI', { protected_branches: [] });
    expect(none.get('push-default')?.scenario).toMatchObject({ checkout: 'developer', privileged: false });
    const merged = await gitlab('$CI', {
      protected_branches: [{ name: 'main', merge_access_levels: [{ access_level: 30 }] }],
    });
    expect(merged.get('web')?.scenario).toMatchObject({ starter: 'developer', checkout: 'maintainer' });
    expect(merged.get('push-default')?.scenario).toMatchObject({ starter: 'maintainer' });
  });
});

describe('merge requests', () => {
  test('get protected variables only where the settings say so', async () => {
    const privileged = async (facts: GitlabFacts) =>
      (await gitlab('$CI', facts)).get('merge-request')?.scenario.privileged;
    const open = [{ name: 'feature/*', push_access_levels: [{ access_level: 30 }] }];
    expect(await privileged({})).toBeUndefined();
    expect(await privileged({ project: { protect_merge_request_pipelines: false } })).toBe(false);
    expect(await privileged({ project: { protect_merge_request_pipelines: true }, protected_branches: [] })).toBe(
      false,
    );
    expect(
      await privileged({ project: { protect_merge_request_pipelines: true }, protected_branches: open }),
    ).toBeUndefined();
  });

  test('of forks are run here only where the settings say so', async () => {
    const project = { ci_allow_fork_pipelines_to_run_in_parent_project: false };
    const condition = '$CI_PIPELINE_SOURCE == "merge_request_event"';
    const runs = await gitlab(condition, { project });
    expect(words(runs, 'merge-request-fork-in-parent', 'merge-request-fork')).toEqual(['no', 'yes']);
  });
});

describe('variables', () => {
  const settled: GitlabFacts = {
    project: {
      web_url: 'https://gitlab.com/shop/web',
      namespace: { kind: 'user' },
      ci_pipeline_variables_minimum_override_role: 'no_one_allowed',
    },
    variables: [
      { key: 'DEPLOY_TOKEN', protected: true, masked: true, environment_scope: '*' },
      { key: 'MAYBE_EMPTY', protected: false, masked: false, environment_scope: '*' },
      { key: 'SCOPED', protected: false, masked: true, environment_scope: 'production' },
    ],
  };

  test.each([
    ['$DEPLOY_TOKEN', ['yes', 'no', 'unknown']],
    ['$MAYBE_EMPTY', ['unknown', 'unknown', 'unknown']],
    ['$SCOPED', ['unknown', 'unknown', 'unknown']],
    ['$NOBODY_SETS_IT', ['no', 'no', 'no']],
    ['$NOBODY_SETS_IT == null', ['yes', 'yes', 'yes']],
  ])('decide %s', async (condition, expected) => {
    const runs = await gitlab(condition, settled);
    expect(words(runs, 'push-default', 'push-branch', 'merge-request')).toEqual(expected);
  });

  test('of the settings hide those of the definition', async () => {
    const runs = await gitlab('$DEPLOY_TOKEN == "none"', settled, 'variables:\n  DEPLOY_TOKEN: none\n');
    expect(words(runs, 'push-default', 'push-branch')).toEqual(['unknown', 'yes']);
  });

  test('stay open where not all of them are known, or somebody may set them', async () => {
    const elsewhere = { ...settled, project: { ...settled.project, web_url: 'https://gitlab.example.com/shop/web' } };
    expect(words(await gitlab('$X', elsewhere), 'push-default')).toEqual(['unknown']);
    const group = { ...settled, project: { ...settled.project, namespace: { kind: 'group' } } };
    expect(words(await gitlab('$X', group), 'push-default')).toEqual(['unknown']);
    const role = 'maintainer' as const;
    const byRole = { ...settled, project: { ...settled.project, ci_pipeline_variables_minimum_override_role: role } };
    expect(words(await gitlab('$X', byRole), 'web', 'web-branch', 'push-branch')).toEqual(['unknown', 'no', 'no']);
    const off = { ...byRole, project: { ...byRole.project, restrict_user_defined_variables: false } };
    expect(words(await gitlab('$X', off), 'web', 'web-branch')).toEqual(['unknown', 'unknown']);
  });
});

describe('workflows', () => {
  const github = async (on: string, facts: GithubFacts, rest = '') =>
    await runsOf(
      '.github/workflows/a.yml',
      `on: ${on}\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: x }]\n${rest}`,
      {
        github: facts,
      },
    );

  test('run on the default branch that the settings name', async () => {
    const facts = { repository: { default_branch: 'trunk' } };
    const condition = "    if: github.ref == 'refs/heads/trunk'\n";
    expect(words(await github('push', facts, condition), 'push-default', 'push-branch')).toEqual(['yes', 'no']);
  });

  test('of forks run where the settings let them', async () => {
    const repository = { visibility: 'private' };
    const fork_workflows = { run_workflows_from_fork_pull_requests: false };
    expect(words(await github('pull_request', { repository, fork_workflows }), 'pull-request-fork')).toEqual(['no']);
    const sent = { run_workflows_from_fork_pull_requests: true, send_secrets_and_variables: true };
    const open = await github('pull_request', { repository, fork_workflows: sent });
    expect(open.get('pull-request-fork')).toMatchObject({ runs: 'yes', scenario: { privileged: true } });
    const target = await github('pull_request_target', { repository });
    expect(target.get('pull-request-target')?.scenario.starter).toBe('developer');
    const open2 = await github('pull_request_target', { repository: { visibility: 'public' } });
    expect(open2.get('pull-request-target')?.scenario.starter).toBe('outsider');
  });

  test('on an unprotected default branch run what any developer pushed', async () => {
    const checkout = async (facts: GithubFacts) => (await github('push', facts)).get('push-default')?.scenario.checkout;
    expect(await checkout({ rules: [], branch_protection: null })).toBe('developer');
    expect(await checkout({ rules: [] })).toBe('maintainer');
    expect(await checkout({ rules: [{ type: 'pull_request' }] })).toBe('maintainer');
  });
});

test('identity tokens name the project, and what it chose for their subject', async () => {
  const code = 'a:\n  script: make\n  id_tokens: { T: { aud: x } }\n';
  const project = { path_with_namespace: 'shop/apps/web' };
  const claims = async (facts: GitlabFacts) =>
    (await runsOf('.gitlab-ci.yml', code, { gitlab: facts })).get('push-default')?.claims;
  expect(await claims({ project })).toMatchObject({
    sub: 'project_path:shop/apps/web:ref_type:branch:ref:main',
    namespace_path: 'shop/apps',
  });
  const chosen = { ...project, ci_id_token_sub_claim_components: ['project_path', 'ref_type'] };
  expect(await claims({ project: chosen })).toMatchObject({ sub: 'project_path:shop/apps/web:ref_type:branch' });

  const workflow = 'on: push\npermissions: { id-token: write }\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: x }]\n';
  const subject = async (facts: GithubFacts) =>
    (await runsOf('.github/workflows/a.yml', workflow, { github: facts })).get('push-default')?.claims['sub'];
  const repository = { full_name: 'shop/web' };
  expect(await subject({ repository })).toBe('repo:shop/web:ref:refs/heads/main');
  const oidc_subject = { use_default: false, include_claim_keys: ['repo', 'job_workflow_ref'] };
  expect(await subject({ repository, oidc_subject })).toBe('repo:shop/web:job_workflow_ref:*');
});
