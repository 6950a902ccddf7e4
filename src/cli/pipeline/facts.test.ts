import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { scratch } from '../../../test/support/scratch.ts';
import { SourceText } from '../../lib/text/source-text.ts';
import { InputError } from '../../model/input-error.ts';
import { readFacts } from '../../scanners/pipeline/facts/read-facts.ts';
import {
  reply,
  startFakeProvider,
  type FakeProvider,
} from '../../scanners/secrets/validation/testing/fake-provider.ts';
import { pipelineCommand } from '../commands/pipeline.ts';
import { parseInvocation } from '../parse-invocation.ts';
import { exportFacts } from './facts.ts';
import { githubAnswers } from './testing/github-answers.ts';
import { gitlabAnswers } from './testing/gitlab-answers.ts';

const make = scratch();
const token = ['token', 'of', 'the', 'test'].join('-');
const servers: FakeProvider[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

/** A platform that knows these answers, by path behind the prefix, and answers 404 to anything else. */
async function platform(prefix: string, answers: Readonly<Record<string, unknown>>): Promise<FakeProvider> {
  const server = await startFakeProvider(({ path }, response) => {
    const name = path.slice(prefix.length).replace(/\?.*$/, '');
    const answer = answers[name];
    if (typeof answer === 'number') reply(response, answer, { message: `${answer}` });
    else if (name.endsWith('/protection')) reply(response, 404, { message: 'Branch not protected' });
    else if (answer === undefined) reply(response, 404, { message: '404 Not Found' });
    else reply(response, 200, answer);
  });
  servers.push(server);
  return server;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv, cwd = make.directory({})) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const terminal = {
    stdout,
    stderr,
    stdin: new PassThrough(),
    env,
    cwd,
    signal: new AbortController().signal,
    now: () => new Date('2026-06-01T00:00:00Z'),
  };
  const code = await exportFacts(cwd, parseInvocation(pipelineCommand.spec, ['facts', ...args]), terminal);
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

describe('of GitLab', () => {
  test('settings are read with the token, and values of variables are not kept', async () => {
    const server = await platform('/api/v4', gitlabAnswers);
    const cwd = make.directory({});
    const args = ['--gitlab', server.endpoint, '--project', 'shop/apps/web', '--output', 'out/facts.json'];
    const { code, stdout, stderr } = await run(args, { GITLAB_TOKEN: token }, cwd);
    const text = readFileSync(join(cwd, 'out/facts.json'), 'utf8');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe('not known: protected_environments: 404: it is not there, or the token may not see it\n');
    for (const secret of [token, 'the-value-of-a-variable', 'not-for-the-file'])
      expect(text + stderr).not.toContain(secret);
    expect(new Set(server.received.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(new Set(server.received.map(({ headers }) => headers['private-token']))).toEqual(new Set([token]));
    const { gitlab } = await readFacts(new SourceText('facts.json', text));
    expect(gitlab).toMatchObject({
      project: { visibility: 'private', default_branch: 'main', protect_merge_request_pipelines: true },
      protected_branches: [{ name: 'main', push_access_levels: [{ access_level: 40 }], allow_force_push: false }],
      approval_rules: [{ approvals_required: 2 }],
      push_rule: null,
      variables: [{ key: 'DEPLOY_TOKEN', protected: true, masked: true, environment_scope: '*' }],
      group_variables: [{ key: 'NPM_TOKEN', group: 'shop/apps' }],
      runners: [{ tag_list: ['deploy'], access_level: 'ref_protected' }],
      unknown: { protected_environments: '404: it is not there, or the token may not see it' },
    });
  });

  test('what may not be read is unknown, with the reason', async () => {
    const refused = ['variables', 'approvals', 'runners'].map((name) => `/projects/shop%2Fapps%2Fweb/${name}`);
    const answers = {
      ...gitlabAnswers,
      ...Object.fromEntries(refused.map((path) => [path, 403])),
      '/groups/shop/variables': 401,
      '/projects/shop%2Fapps%2Fweb/push_rule': ['not', 'a', 'rule'],
      '/projects/shop%2Fapps%2Fweb/protected_tags': [{ name: 7 }],
      '/projects/shop%2Fapps%2Fweb': {
        ...(gitlabAnswers['/projects/shop%2Fapps%2Fweb'] as object),
        visibility: 'secret',
        public_jobs: 'yes',
      },
    };
    const server = await platform('/api/v4', answers);
    const { code, stdout } = await run(['--gitlab', server.endpoint, '--project', 'shop/apps/web'], {
      GITLAB_TOKEN: token,
    });
    expect(code).toBe(0);
    const { gitlab } = await readFacts(new SourceText('facts.json', stdout));
    expect(gitlab?.unknown).toMatchObject({
      variables: '403: the token may not read it',
      approvals: '403: the token may not read it',
      runners: '403: the token may not read it',
      group_variables: 'shop: 401: the token is not accepted',
      push_rule: 'the answer is not what is documented',
      protected_tags: 'the answer is not what is documented',
      'project.visibility': 'the answer is not what is documented',
    });
    expect(gitlab?.variables).toBeUndefined();
    expect(gitlab?.project).toMatchObject({ default_branch: 'main', ci_separated_caches: true });
    expect(gitlab?.project).not.toHaveProperty('public_jobs');
  });

  test('in one of its jobs the project is known', async () => {
    const server = await platform('/api/v4', { '/projects/7': { default_branch: 'main' } });
    const env = { GITLAB_CI: 'true', CI_API_V4_URL: `${server.endpoint}/api/v4`, CI_PROJECT_ID: '7' };
    const { stdout } = await run([], { ...env, CI_JOB_TOKEN: token });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, gitlab: { project: { default_branch: 'main' } } });
    expect(server.received[0]?.headers['job-token']).toBe(token);
  });

  test('nothing at all is an error', async () => {
    const server = await platform('/api/v4', {});
    const asked = run(['--gitlab', server.endpoint, '--project', 'shop/web'], { GITLAB_TOKEN: token });
    await expect(asked).rejects.toMatchObject({ code: 'no-facts' });
    await expect(asked).rejects.toBeInstanceOf(InputError);
  });
});

describe('of GitHub', () => {
  test('settings are read, names of secrets alone', async () => {
    const server = await platform('', githubAnswers);
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: server.endpoint };
    const { code, stdout, stderr } = await run(['--github', 'shop/web'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const secret of [token, 'the-value-of-a-variable', 'not-for-the-file']) expect(stdout).not.toContain(secret);
    expect(new Set(server.received.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${token}`]));
    const { github } = await readFacts(new SourceText('facts.json', stdout));
    expect(github).toMatchObject({
      repository: { visibility: 'public', default_branch: 'main' },
      rules: [{ type: 'non_fast_forward' }, { type: 'pull_request', parameters: { require_last_push_approval: true } }],
      branch_protection: null,
      rulesets: [{ name: 'main', rules: [{ type: 'non_fast_forward' }, { type: 'pull_request' }] }],
      environments: [{ name: 'production', secrets: ['DEPLOY_KEY'] }],
      selected_actions: { patterns_allowed: ['shop/*'] },
      workflow_permissions: { default_workflow_permissions: 'read' },
      fork_approval: { approval_policy: 'first_time_contributors' },
      secrets: [{ name: 'NPM_TOKEN' }],
      variables: [{ name: 'REGION' }],
      organization: { two_factor_requirement_enabled: true },
    });
    expect(github?.rulesets).toHaveLength(1);
  });

  test('of a private repository other settings for forks hold', async () => {
    const server = await platform('/api/v3', {
      '/repos/shop/web': { visibility: 'private', default_branch: 'main' },
      '/repos/shop/web/actions/permissions/fork-pr-workflows-private-repos': {
        run_workflows_from_fork_pull_requests: true,
        send_secrets_and_variables: true,
      },
    });
    const args = ['--github', 'shop/web', '--api', `${server.endpoint}/api/v3/`];
    const { stdout } = await run(args, { GH_TOKEN: token });
    expect(JSON.parse(stdout)).toMatchObject({
      github: { fork_workflows: { send_secrets_and_variables: true }, unknown: { secrets: expect.any(String) } },
    });
  });
});

describe('the command line', () => {
  const env = { GITLAB_TOKEN: token };
  test.each([
    [[], {}, 'usage'],
    [['--gitlab', 'https://gitlab.example.com'], env, 'usage'],
    [['--gitlab', 'http://gitlab.example.com', '--project', 'a/b'], env, 'usage'],
    [['--gitlab', 'https://a:b@gitlab.example.com', '--project', 'a/b'], env, 'usage'],
    [['--gitlab', 'gitlab', '--project', 'a/b'], env, 'usage'],
    [['--gitlab', 'https://gitlab.example.com', '--project', 'a/b'], {}, 'no-token'],
    [['--gitlab', 'https://gitlab.example.com', '--project', 'a/b'], { GITLAB_TOKEN: 'a\nb' }, 'no-token'],
    [['--github', 'not a repository'], { GITHUB_TOKEN: token }, 'usage'],
    [['--github', 'a/b', '--gitlab', 'https://gitlab.com'], env, 'usage'],
    [['somewhere', '--github', 'a/b'], { GITHUB_TOKEN: token }, 'usage'],
  ])('%j is refused', async (args, environment, code) => {
    const asked = run(args, environment);
    await expect(asked).rejects.toMatchObject({ name: 'InputError', code });
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining(token) });
  });

  test('the schema takes what is written', async () => {
    const { stdout } = await run(['--schema'], {});
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout) as object);
    const server = await platform('', githubAnswers);
    const written = await run(['--github', 'shop/web'], { GITHUB_TOKEN: token, GITHUB_API_URL: server.endpoint });
    expect(validate(JSON.parse(written.stdout))).toBe(true);
    expect(validate({ version: 2 })).toBe(false);
  });

  test('a file that can not be made is not half there', async () => {
    const server = await platform('', {});
    const cwd = make.directory({});
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: server.endpoint };
    await expect(run(['--github', 'shop/web', '--output', 'facts.json'], env, cwd)).rejects.toBeInstanceOf(InputError);
    expect(existsSync(join(cwd, 'facts.json'))).toBe(false);
  });
});
