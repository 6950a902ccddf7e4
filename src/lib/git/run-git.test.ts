import { afterAll, describe, expect, it } from 'vitest';
import { gitEnvironment, withoutPlace } from './git-environment.ts';
import { runGitNow } from './run-git-now.ts';
import { runGit, streamGit } from './run-git.ts';
import { TemporaryRepository } from './testing/temporary-repository.ts';

const repository = TemporaryRepository.create();
repository.write('a', 'a\n');
repository.commit();
const outside = TemporaryRepository.empty();
afterAll(() => {
  repository.dispose();
  outside.dispose();
});

const { signal } = new AbortController();

describe('git', () => {
  it('is given input and gives output', async () => {
    const id = await runGit(repository.place, ['hash-object', '--stdin'], { signal, input: 'a\n' });
    expect(id.toString().trim()).toBe(repository.git('rev-parse', 'HEAD:a'));
    expect(runGitNow(repository.place, ['rev-parse', 'HEAD:a']).toString().trim()).toBe(id.toString().trim());
  });

  it.each([
    ['not-a-repository', outside.place, ['status']],
    ['not-found', repository.place, ['log', 'nowhere', '--']],
    ['failed', repository.place, ['cat-file', '--no-such-option']],
    ['not-installed', { ...repository.place, env: { PATH: '/nonexistent' } }, ['status']],
    [
      'unsafe-ownership',
      { ...repository.place, env: { ...repository.place.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } },
      ['status'],
    ],
  ] as const)('says why it could not answer: %s', async (code, place, args) => {
    await expect(runGit(place, args, { signal })).rejects.toThrow(expect.objectContaining({ name: 'GitError', code }));
    expect(() => runGitNow(place, args)).toThrow(expect.objectContaining({ name: 'GitError', code }));
  });

  it('ends when it is no longer wanted', async () => {
    const abort = new AbortController();
    const sleeping = runGit(repository.place, ['-c', 'alias.wait=!sleep 20', 'wait'], { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 50);
    await expect(sleeping).rejects.toThrow('enough');
    await expect(runGit(repository.place, ['status'], { signal: abort.signal })).rejects.toThrow('enough');
  });

  it('ends when nobody reads on', async () => {
    let chunks = 0;
    for await (const chunk of streamGit(repository.place, ['-c', 'alias.on=!yes', 'on'], { signal })) {
      chunks += chunk.length > 0 ? 1 : 0;
      break;
    }
    expect(chunks).toBe(1);
  });
});

describe('the environment of git', () => {
  const env = {
    HOME: '/home/me',
    GIT_DIR: '.git',
    GIT_INDEX_FILE: '.git/index.lock',
    GIT_EXTERNAL_DIFF: 'program',
    GIT_SSH_COMMAND: 'program',
    GIT_TRACE2_EVENT: '/somewhere',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_WORK_TREE: '',
  };

  it('names what hooks need, from where git was called, and nothing that runs programs', () => {
    expect(gitEnvironment(env, '/repo')).toMatchObject({
      HOME: '/home/me',
      GIT_DIR: '/repo/.git',
      GIT_INDEX_FILE: '/repo/.git/index.lock',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_ALLOW_PROTOCOL: 'none',
    });
    const kept = Object.keys(gitEnvironment(env, '/repo'));
    expect(kept).not.toEqual(expect.arrayContaining(['GIT_EXTERNAL_DIFF']));
    expect(kept.filter((name) => /EXTERNAL|SSH|TRACE|WORK_TREE/.test(name))).toEqual([]);
  });

  it('can be told to forget the place', () => {
    expect(Object.keys(withoutPlace(gitEnvironment(env, '/repo')))).not.toContain('GIT_DIR');
  });
});
