import { describe, expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { scratch, writeFiles } from './support/scratch.ts';

const make = scratch();
const deploy = (rule: string) =>
  `deploy:\n  script: ./deploy.sh\n  environment: production\n  rules:\n    - if: ${rule}\n`;
const onDefault = deploy('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH');
const onRequests = deploy('$CI_COMMIT_BRANCH || $CI_PIPELINE_SOURCE == "merge_request_event"');
const pipeline = (root: string, ...args: string[]) => portcullis(['pipeline', ...args], { cwd: root });

describe('pipeline scenarios', () => {
  test('shows each job in each way of starting', () => {
    const { code, stdout } = pipeline(make.directory({ '.gitlab-ci.yml': onDefault }), 'scenarios');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}deploy +●  ·  ·/m);
    expect(stdout).toContain('merge request of a fork, run in the fork');
  });

  test('as JSON, with what an unknown depends on', () => {
    const root = make.directory({ '.gitlab-ci.yml': deploy('$DEPLOY == "yes"') });
    const [file] = JSON.parse(pipeline(root, 'scenarios', '--json').stdout) as readonly {
      readonly jobs: readonly { readonly runs: readonly { readonly scenario: string }[] }[];
    }[];
    const run = file?.jobs[0]?.runs.find(({ scenario }) => scenario === 'web');
    expect(run).toMatchObject({ runs: 'unknown', dependsOn: [{ text: '$DEPLOY == "yes"', chosen: true }] });
  });

  test('--diff says what a change makes reachable', () => {
    const root = make.repository({ '.gitlab-ci.yml': onDefault });
    writeFiles(root, { '.gitlab-ci.yml': onRequests });
    const { stdout } = pipeline(root, 'scenarios', '--diff', 'HEAD');
    expect(stdout).toContain(
      '.gitlab-ci.yml: deploy now runs (yes, was no) on: merge request of a fork, run in the fork',
    );
    expect(stdout).not.toContain('on: push to the default branch');
    expect(pipeline(root, 'scenarios', '--diff', 'none').code).toBe(2);
  });
});

test.each([
  [[], 'what should be shown'],
  [['scenario'], "did you mean 'scenarios'?"],
  [['scenarios', 'nowhere'], 'nowhere'],
  [['scenarios'], 'has no pipeline definition'],
])('%j is a mistake', (args, message) => {
  const { code, stderr } = pipeline(make.directory({ 'a.txt': 'x' }), ...args);
  expect([code, stderr.includes(message)]).toEqual([2, true]);
});
