import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { plainJson } from './plain-json.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

/** The pipelines of a definition, files beside it by path. */
function read(code: string, beside: Readonly<Record<string, string>> = {}, path = '.gitlab-ci.yml') {
  const files = new CollectedFiles();
  for (const [name, text] of Object.entries({ ...beside, [path]: code })) files.add(name, text);
  const source = files.read(path);
  if (!source) throw new Error('it was added');
  const pipelines = readGitlabPipelines(source, files);
  const [pipeline] = pipelines;
  if (!pipeline) throw new Error('a definition is a pipeline');
  return {
    pipelines,
    pipeline,
    jobs: Object.fromEntries(pipeline.jobs.map(({ name, body }) => [name, plainJson(body)])) as Record<string, object>,
    problems: pipelines.flatMap(({ problems }) => problems.map(({ code: kind, message }) => `${kind}: ${message}`)),
    holes: pipelines.flatMap(({ holes }) => holes.map(({ kind, address, reason }) => `${kind} ${address}: ${reason}`)),
  };
}

describe('include', () => {
  test('what is listed later wins, the including file last; mappings merge, lists do not', () => {
    const { jobs, problems } = read('include: [a.yml, b.yml]\njob:\n  variables: { OWN: "1" }\n  tags: [own]\n', {
      'a.yml': 'job:\n  script: [a1, a2]\n  image: a\n  variables: { A: "1", BOTH: a }\n',
      'b.yml': 'job:\n  script: [b1]\n  variables: { BOTH: b }\n  tags: [b]\n',
    });
    expect(problems).toEqual([]);
    expect(jobs['job']).toEqual({
      script: ['b1'],
      image: 'a',
      variables: { A: '1', BOTH: 'b', OWN: '1' },
      tags: ['own'],
    });
  });

  test('what a file includes is below that file', () => {
    const { jobs } = read('include: outer.yml\n', {
      'outer.yml': 'include: inner.yml\njob: { script: outer }\n',
      'inner.yml': 'job: { script: inner, image: inner }\n',
    });
    expect(jobs['job']).toEqual({ script: 'outer', image: 'inner' });
  });

  test('* stays in a directory, ** reaches those below', () => {
    const beside = {
      'ci/one.yml': 'one: { script: x }\n',
      'ci/deep/two.yml': 'two: { script: x }\n',
      'ci/no.txt': 'x',
    };
    expect(Object.keys(read('include: /ci/*.yml\n', beside).jobs)).toEqual(['one']);
    expect(Object.keys(read('include: { local: ci/**.yml }\n', beside).jobs).sort()).toEqual(['one', 'two']);
    expect(Object.keys(read('include: ci/**/*.yml\n', beside).jobs)).toEqual(['two']);
  });

  test('what is elsewhere is a hole with its reason, and the rest goes on', () => {
    const { holes, jobs, problems } = read(`include:
  - project: team/ci
    file: [a.yml, b.yml]
    ref: v1
  - https://example.com/x.yml
  - template: Jobs/Build.gitlab-ci.yml
  - component: $CI_SERVER_FQDN/a/b@1.2.3
  - local: ci/$NAME.yml
  - missing.yml
job:
  extends: .from-somewhere
  script: make
`);
    expect(holes).toEqual([
      'project team/ci: it is not in this repository',
      'remote https://example.com/x.yml: it is not in this repository',
      'template Jobs/Build.gitlab-ci.yml: it is not in this repository',
      'component $CI_SERVER_FQDN/a/b@1.2.3: it is not in this repository',
      'local ci/$NAME.yml: its name has variables in it',
      'local missing.yml: there is no such file in what was read',
    ]);
    expect(problems).toEqual([]);
    expect(jobs['job']).toMatchObject({ script: 'make' });
  });

  test('rules that never hold leave a file out, rules that may hold are remembered', () => {
    const beside = { 'a.yml': 'a: { script: x }\n', Dockerfile: 'FROM x\n' };
    const withRules = (rules: string) =>
      read(`include:\n  - local: a.yml\n    rules: ${rules}\nb: { script: y }\n`, beside);
    expect(Object.keys(withRules('[{ when: never }]').jobs)).toEqual(['b']);
    expect(Object.keys(withRules('[{ if: $X, when: never }]').jobs)).toEqual(['b']);
    expect(Object.keys(withRules('[{ exists: [Dockerfile], when: never }, { when: always }]').jobs)).toEqual(['b']);
    const [job] = withRules('[{ exists: [Dockerfile] }]').pipeline.jobs;
    expect(job).toMatchObject({ name: 'a' });
    expect(job).not.toHaveProperty('includedIf');
    expect(withRules('[{ if: $X }]').pipeline.jobs[0]?.includedIf).toHaveLength(1);
  });

  test('a copy that ci.lock names by digest is read, another is not', () => {
    const copy = 'locked: { script: x }\n';
    const lock = (integrity: string) =>
      JSON.stringify({
        entries: [
          { kind: 'project-file', address: 'team/ci', ref: 'v1', file: 'a.yml', content: 'vendor/a.yml', integrity },
        ],
      });
    const code = 'include: { project: team/ci, file: /a.yml, ref: v1 }\nb: { script: y }\n';
    const digest = 'sha256-OOPS';
    expect(read(code, { 'vendor/a.yml': copy, 'ci.lock': lock(digest) }).holes).toEqual([
      'project team/ci: vendor/a.yml is not the copy that ci.lock names',
    ]);
    const right = read(code, {
      'vendor/a.yml': copy,
      'ci.lock': lock(`sha256-${createHash('sha256').update(copy).digest('base64')}`),
    });
    expect(right.holes).toEqual([]);
    expect(right.pipeline.inclusions).toMatchObject([{ kind: 'project', address: 'team/ci', ref: 'v1' }]);
  });

  test.each([
    ['no JSON', 'ci.lock is not understood'],
    ['{"entries": [{"kind": "template", "address": "X.yml", "content": 1}]}', 'ci.lock is not understood'],
    ['{"entries": []}', 'it is not in ci.lock'],
    ['{"entries": [{"kind": "template", "address": "X.yml"}]}', 'ci.lock has no copy of it'],
    [
      '{"entries": [{"kind": "template", "address": "X.yml", "content": "../x.yml", "integrity": "sha256-x"}]}',
      '../x.yml, its copy, is not there',
    ],
  ])('a lock that says %s', (lock, reason) => {
    expect(read('include: { template: X.yml }\n', { 'ci.lock': lock }).holes).toEqual([`template X.yml: ${reason}`]);
  });

  test('a file that includes itself, directly or not', () => {
    const { problems, jobs } = read('include: a.yml\nx: { script: y }\n', { 'a.yml': 'include: .gitlab-ci.yml\n' });
    expect(problems).toEqual(['cycle: .gitlab-ci.yml includes itself']);
    expect(Object.keys(jobs)).toEqual(['x']);
  });

  test('mistakes are named', () => {
    const { problems } = read(
      'include:\n  - locla: a.yml\n  - { local: a.yml, remote: "https://x/y.yml" }\n  - project: a/b\n  - a.txt\n  - [x]\nx: { script: y }\n',
    );
    expect(problems).toEqual([
      "unknown-key: 'locla' is no keyword of an include; did you mean 'local'?",
      'schema: an include is either local or remote',
      'schema: an include of the project a/b says which file',
      'schema: a.txt can not be included: the name of a file ends in .yml or .yaml',
      'schema: an include is a name or a mapping',
    ]);
  });
});

describe('extends', () => {
  test('parents in order, the job on top, lists replaced', () => {
    const { jobs } = read(`.one:
  script: [one]
  variables: { A: one, B: one }
  tags: [one]
.two:
  variables: { B: two, C: two }
job:
  extends: [.one, .two]
  variables: { C: own }
`);
    expect(jobs['job']).toMatchObject({ script: ['one'], tags: ['one'], variables: { A: 'one', B: 'two', C: 'own' } });
  });

  test('an empty mapping keeps what is inherited, null takes it away', () => {
    const { jobs } = read(`.base:
  script: x
  variables: { A: base }
keeps: { extends: .base, variables: {} }
drops: { extends: .base, variables: null }
`);
    expect(jobs['keeps']).toHaveProperty('variables', { A: 'base' });
    expect(jobs['drops']).not.toHaveProperty('variables');
  });

  test('eleven levels are allowed, twelve are not', () => {
    const chain = (levels: number) =>
      Array.from({ length: levels }, (_, level) => `.l${level + 1}: { extends: .l${level} }\n`).join('');
    const definition = (levels: number) =>
      `.l0: { script: x }\n${chain(levels - 1)}job: { extends: .l${levels - 1} }\n`;
    expect(read(definition(11)).problems).toEqual([]);
    expect(read(definition(12)).problems).toEqual(['cycle: more than 11 levels of extends']);
    expect(read(definition(11)).jobs['job']).toMatchObject({ script: 'x' });
  });

  test('what is not there is an error without holes and a partial job with them', () => {
    expect(read('job: { extends: .no, script: x }\n').problems).toEqual([
      'missing: job extends .no, which is not there',
    ]);
    const { problems, pipeline } = read('include: { template: X.yml }\njob: { extends: .no, script: x }\n');
    expect(problems).toEqual([]);
    expect(pipeline.jobs[0]?.unresolved).toEqual(['.no']);
  });

  test('cycles are found once and end', () => {
    expect(read('a: { extends: b, script: x }\nb: { extends: a }\n').problems).toContain('cycle: a job extends itself');
  });
});

describe('!reference', () => {
  test('puts lists into lists, through extends and includes', () => {
    const { jobs, problems } = read(
      `include: setup.yml
.base: { script: [base] }
.child: { extends: .base }
job:
  script:
    - !reference [.setup, script]
    - !reference [.child, script]
    - own
  variables: !reference [.setup, variables]
  after_script: !reference [.setup, after_script]
`,
      { 'setup.yml': '.setup:\n  script: [one, two]\n  variables: { URL: x }\n  after_script: [bye]\n' },
    );
    expect(problems).toEqual([]);
    expect(jobs['job']).toEqual({
      script: ['one', 'two', 'base', 'own'],
      variables: { URL: 'x' },
      after_script: ['bye'],
    });
  });

  test('in rules, in workflow and of a part of the variables', () => {
    const { jobs, pipeline } = read(`.rules:
  rules: [{ if: $A }, { if: $B }]
.vars:
  variables: { IMPORTANT: yes-please }
workflow: { rules: [!reference [.rules, rules]] }
job:
  script: x
  rules: [!reference [.rules, rules], { when: never }]
  variables: { IMPORTANT: !reference [.vars, variables, IMPORTANT] }
`);
    expect(jobs['job']).toMatchObject({
      rules: [{ if: '$A' }, { if: '$B' }, { when: 'never' }],
      variables: { IMPORTANT: 'yes-please' },
    });
    expect(pipeline.document.map('workflow')?.list('rules')).toHaveLength(2);
  });

  test('ten levels are allowed, eleven are not, and cycles end', () => {
    const nested = (levels: number) =>
      `.r0: { script: [x] }\n${Array.from({ length: levels }, (_, n) => `.r${n + 1}: { script: [!reference [.r${n}, script]] }\n`).join('')}job: { script: [!reference [.r${levels}, script]] }\n`;
    expect(read(nested(9)).problems).toEqual([]);
    expect(read(nested(10)).problems).toEqual(['schema: more than 10 levels of references']);
    expect(read('job: { script: [!reference [job, script]] }\n').problems).toEqual([
      'cycle: a reference leads to itself',
    ]);
  });

  test('what is not there', () => {
    const code = 'one: { script: [!reference [.no, script]] }\ntwo: { script: [!reference [.no, script], x] }\n';
    expect(read(code).problems).toEqual([
      'missing: there is no [.no, script] to refer to',
      'missing: there is no [.no, script] to refer to',
    ]);
    const holed = read(`include: { template: X.yml }\n${code}`);
    expect(holed.problems).toEqual([]);
    expect(holed.pipeline.jobs.map(({ unresolved }) => unresolved)).toEqual([['.no'], ['.no']]);
  });
});

test('lists of rules in rules, as aliases make them, are one list', () => {
  const { jobs, pipeline, problems } = read(`.one: &one [{ if: $A }]
.two: &two [*one, { if: $B }]
workflow: { rules: [*one] }
job: { script: x, rules: [*two, { when: never }] }
`);
  expect(problems).toEqual([]);
  expect(jobs['job']).toMatchObject({ rules: [{ if: '$A' }, { if: '$B' }, { when: 'never' }] });
  expect(pipeline.document.map('workflow')?.list('rules')[0]?.kind).toBe('map');
});

describe('default and inherit', () => {
  const defaults =
    'default: { image: base, tags: [a, b], retry: 1 }\nbefore_script: [hello]\nvariables: { A: "1", B: "2" }\n';

  test('a keyword is inherited whole or not at all', () => {
    const { jobs } = read(`${defaults}job: { script: x, tags: [own], image: null }\n`);
    expect(jobs['job']).toEqual({ image: 'base', before_script: ['hello'], retry: 1, script: 'x', tags: ['own'] });
  });

  test('inherit names what is inherited', () => {
    const { jobs, pipeline } = read(
      `${defaults}none: { script: x, inherit: { default: false, variables: false } }\nsome: { script: x, inherit: { default: [image], variables: [B] } }\n`,
    );
    expect(Object.keys(jobs['none'] ?? {})).toEqual(['script', 'inherit']);
    expect(Object.keys(jobs['some'] ?? {})).toEqual(['image', 'script', 'inherit']);
    expect(pipeline.jobs.map(({ variables }) => variables.map(({ name }) => name))).toEqual([[], ['B']]);
  });

  test('a job called like a keyword of jobs is a job, and no default', () => {
    const { jobs } = read('retry: { script: x }\njob: { script: y }\n');
    expect(jobs).toEqual({ retry: { script: 'x' }, job: { script: 'y' } });
  });

  test('a job that starts a pipeline inherits nothing that is run', () => {
    const { jobs } = read(`${defaults}start: { trigger: other/project }\n`);
    expect(jobs['start']).toEqual({ trigger: 'other/project' });
  });
});

describe('parallel:matrix', () => {
  test('names and images of the jobs', () => {
    const { pipeline } = read(`job:
  image: node:$VERSION
  script: x
  parallel:
    matrix:
      - OS: [linux, mac]
        VERSION: ["20", "22"]
      - { OS: bsd, VERSION: "20" }
`);
    const [job] = pipeline.jobs;
    expect(job?.instances?.map(({ name }) => name)).toEqual([
      'job: [linux, 20]',
      'job: [linux, 22]',
      'job: [mac, 20]',
      'job: [mac, 22]',
      'job: [bsd, 20]',
    ]);
    expect(job?.images.map(({ resolved }) => resolved)).toEqual(['node:20', 'node:22']);
  });

  test('more than two hundred are refused', () => {
    const list = JSON.stringify(Array.from({ length: 15 }, (_, n) => `v${n}`));
    const { problems } = read(`job:\n  script: x\n  parallel: { matrix: [{ A: ${list}, B: ${list} }] }\n`);
    expect(problems).toEqual(['schema: the matrix of job makes more than 200 jobs']);
  });
});

describe('child pipelines', () => {
  test('files of the repository are one pipeline of their own', () => {
    const { pipelines } = read('start:\n  trigger:\n    include: [{ local: a.yml, inputs: { name: x } }, b.yml]\n', {
      'a.yml': 'spec: { inputs: { name: } }\n---\n"a-$[[ inputs.name ]]": { script: x }\n',
      'b.yml': 'b: { script: y }\n',
    });
    expect(
      pipelines.map(({ source, startedBy, jobs }) => [source.uri, startedBy, jobs.map(({ name }) => name)]),
    ).toEqual([
      ['.gitlab-ci.yml', undefined, ['start']],
      ['a.yml', 'start', ['a-x', 'b']],
    ]);
  });

  test('what a job writes, or another project has, is a hole', () => {
    const { holes } = read(
      'gen: { script: x }\none: { trigger: { include: [{ artifact: out.yml, job: gen }] } }\ntwo: { trigger: { include: [{ project: a/b, file: c.yml }] } }\n',
    );
    expect(holes).toEqual(['artifact out.yml: the job gen writes it', 'project a/b: it is not in this repository']);
  });
});

describe('who runs the script', () => {
  const stepOf = (image: string) => read(`job: { image: ${image}, script: x }\n`).pipeline.jobs[0]?.steps[0];

  test.each([
    ['node:20', 'bash', true],
    ['alpine:3.20', 'sh', true],
    ['python:3.12-alpine', 'sh', true],
    ['registry.example.com/x:1', 'unknown', 'unknown'],
    ['$IMAGE', 'unknown', 'unknown'],
  ])('in %s it is %s', (image, shell, pipefail) => {
    expect(stepOf(image)).toMatchObject({ shell, pipefail, errexit: true });
  });

  test('on Windows it is PowerShell if it is written for it', () => {
    const shell = (script: string) =>
      read(`job: { tags: [saas-windows-medium], script: [${JSON.stringify(script)}] }\n`).pipeline.jobs[0]?.steps[0];
    expect(shell('Write-Host $env:PATH')).toMatchObject({ shell: 'pwsh' });
    expect(shell('make')).toMatchObject({ shell: 'unknown' });
  });
});
