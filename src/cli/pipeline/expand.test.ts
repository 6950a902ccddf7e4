import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../../test/policy/run-command.ts';
import { scratch } from '../../../test/support/scratch.ts';
import { pipelineCommand } from '../commands/pipeline.ts';

const make = scratch();
const files = {
  '.gitlab-ci.yml': `include:
  - local: ci/base.yml
  - project: team/ci
    file: deploy.yml
    ref: v1
default:
  image: node:20
build:
  extends: .base
  parallel:
    matrix:
      - OS: [linux, mac]
deploy:
  extends: .deploy
  when: manual
`,
  'ci/base.yml': '.base:\n  stage: build\n  script:\n    - npm ci\n    - |\n      npm run build\n      npm pack\n',
};
const expand = async (root: string, ...args: string[]) => await runCommand(pipelineCommand, ['expand', ...args], root);

describe('pipeline expand', () => {
  test('prints what GitLab makes of the definition, holes as comments', async () => {
    const { code, stdout } = await expand(make.directory(files));
    expect(code).toBe(0);
    expect(stdout).toBe(`# .gitlab-ci.yml, expanded
# not here: project team/ci at v1, .gitlab-ci.yml:3:5: it is not in this repository
# 2 jobs: build: [linux]; build: [mac]
build:
  image: node:20
  stage: build
  script:
    - npm ci
    - |
      npm run build
      npm pack
  parallel:
    matrix:
      - OS:
          - linux
          - mac
# not all of it: .deploy may come from an include
deploy:
  image: node:20
  extends: .deploy
  when: manual
`);
  });

  test('what it prints means the same when it is read again', async () => {
    const root = make.directory({
      '.gitlab-ci.yml':
        'a:\n  script: ["yes", "012", "a: b", "# no", "1:30", "\\e[31m\\x9b"]\n  variables: { N: 012, B: yes }\n',
    });
    expect(parse((await expand(root)).stdout, { version: '1.1' })).toEqual({
      a: { script: ['yes', '012', 'a: b', '# no', '1:30', '\u001B[31m\u009B'], variables: { N: 10, B: true } },
    });
  });

  test('a file by name, relative to its repository', async () => {
    const root = make.repository({ ...files, 'ci/child.yml': 'include: /ci/base.yml\nchild: { extends: .base }\n' });
    const { stdout } = await expand(root, 'ci/child.yml');
    expect(stdout).toContain('# ci/child.yml, expanded\nchild:\n  stage: build\n');
  });

  test('--explain says where a value comes from', async () => {
    const root = make.directory(files);
    expect((await expand(root, '--explain', 'build.script.0')).stdout).toBe(
      `build.script.0: npm ci
extends .base (.gitlab-ci.yml:9:12)
ci/base.yml is included (.gitlab-ci.yml:2:5)
is written at ci/base.yml:4:7
`,
    );
    expect(JSON.parse((await expand(root, '--explain', 'deploy.image', '--json')).stdout)).toMatchObject({
      value: 'node:20',
      at: { file: '.gitlab-ci.yml', line: 7, column: 10 },
      chain: [{ at: { line: 7 } }],
    });
    expect(await expand(root, '--explain', 'nothing.x')).toMatchObject({ code: 2 });
  });

  test('--json has jobs, holes and mistakes with their places', async () => {
    const root = make.directory({ ...files, 'ci/base.yml': '.base: { scirpt: [x], script: [x] }\n' });
    expect(JSON.parse((await expand(root, '--json')).stdout)).toMatchObject([
      {
        file: '.gitlab-ci.yml',
        jobs: [
          { name: 'build', instances: ['build: [linux]', 'build: [mac]'] },
          { name: 'deploy', unresolved: ['.deploy'] },
        ],
        holes: [{ kind: 'project', address: 'team/ci', ref: 'v1', at: { line: 3 } }],
        problems: [{ code: 'unknown-key', at: { file: 'ci/base.yml', line: 1, column: 10 } }],
      },
    ]);
  });

  test('what is not there', async () => {
    const root = make.directory({ 'readme.md': 'x' });
    expect(await expand(root)).toMatchObject({ code: 2 });
    expect(await expand(root, 'readme.md')).toMatchObject({ code: 2 });
    expect(await expand(root, 'no.yml')).toMatchObject({ code: 2 });
  });
});
