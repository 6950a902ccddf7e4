import { describe, expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const make = scratch();
const pipeline = 'test:\n  script: make test\n';
const scan = (root: string, ...args: string[]) =>
  portcullis(['scan', '--only', 'pipeline', '--json', ...args], { cwd: root });

interface Seen {
  readonly evidence: {
    readonly findings: readonly { readonly ruleId: string; readonly locations: readonly unknown[] }[];
    readonly unknowns: readonly { readonly reason: string; readonly message: string }[];
    readonly runs: readonly { readonly status: string }[];
  };
}
const evidence = (text: string) => (JSON.parse(text) as Seen).evidence;

describe('settings that are not in the repository', () => {
  test('without facts they are unknown, and the run is complete nevertheless', () => {
    const { unknowns, runs } = evidence(scan(make.directory({ '.gitlab-ci.yml': pipeline })).stdout);
    expect(unknowns).toMatchObject([{ reason: 'needs-facts' }]);
    expect(unknowns[0]?.message).toContain('which branches are protected');
    expect(runs[0]?.status).toBe('complete');
  });

  test('facts beside the definition are read, with their places', () => {
    const facts =
      '{\n  "version": 1,\n  "gitlab": {\n    "protected_branches": [\n      { "name": "main", "allow_force_push": true }\n    ]\n  }\n}\n';
    const root = make.directory({ '.gitlab-ci.yml': pipeline, 'portcullis.facts.json': facts });
    const found = evidence(scan(root).stdout).findings.find(({ ruleId }) => ruleId === 'pipeline/scm-force-push');
    expect(found?.locations).toMatchObject([{ uri: 'portcullis.facts.json', startLine: 5 }]);
  });

  test('facts from elsewhere by --facts', () => {
    const root = make.directory({ '.gitlab-ci.yml': pipeline });
    const other = make.directory({ 'f.json': '{"version":1,"gitlab":{"protected_tags":[]}}' });
    const { findings } = evidence(scan(root, '--facts', `${other}/f.json`).stdout);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('pipeline/scm-tag-protection');
  });

  test.each([
    ['{"version":2}', 'facts.json:1:12'],
    ['{"version":1,"gitlab":{"variables":{}}}', 'gitlab.variables'],
    ['{', 'facts.json'],
    ['', 'facts.json'],
  ])('a mistake in %j is told with its place', (text, message) => {
    const root = make.directory({ '.gitlab-ci.yml': pipeline, 'facts.json': text });
    const { code, stdout } = scan(root, '--facts', 'facts.json');
    expect([code, stdout.includes(message)]).toEqual([2, true]);
  });

  test('a facts file that is not there is a mistake', () => {
    expect(scan(make.directory({ '.gitlab-ci.yml': pipeline }), '--facts', 'none.json').code).toBe(2);
  });
});
