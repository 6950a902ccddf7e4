import { assert, constantFrom, array, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { readPipelines } from '../read-pipelines.ts';
import { ScriptFollower } from '../shell/follow-script.ts';
import { covers } from './covers.ts';
import { PipelineTaint } from './trace-pipeline.ts';

function files(texts: Readonly<Record<string, string>>): CollectedFiles {
  const collected = new CollectedFiles();
  for (const [path, text] of Object.entries(texts)) collected.add(path, text);
  return collected;
}

function read(path: string, text: string): Pipeline {
  const [pipeline] = readPipelines(files({ [path]: text }));
  if (!pipeline) throw new Error('no pipeline');
  return pipeline;
}

/** The flows of the words of the last command called `sink`. */
function sink(pipeline: Pipeline, texts: Readonly<Record<string, string>> = {}) {
  const taint = new PipelineTaint(pipeline, new ScriptFollower(files(texts)));
  for (const job of pipeline.jobs.toReversed()) {
    const traced = taint.of(job);
    const found = [...traced.commands()].findLast(({ command }) => command.name === 'sink');
    if (found) {
      const flows = found.command.args.map((word) => traced.word(word));
      return {
        untrusted: flows.map(({ untrusted }) => untrusted?.source),
        secret: flows.map(({ secret }) => secret && `${secret.name}${secret.changed ? ' changed' : ''}`),
        input: traced.input(found.command),
        steps: flows[0]?.untrusted?.steps ?? flows[0]?.secret?.steps ?? [],
      };
    }
  }
  throw new Error('no sink');
}

const gitlab = (yaml: string): Pipeline => read('.gitlab-ci.yml', yaml);
const github = (yaml: string): Pipeline => read('.github/workflows/a.yml', yaml);
const script = (...lines: string[]): Pipeline =>
  gitlab(`job:\n  script:\n    - |\n${lines.map((line) => `      ${line}\n`).join('')}`);

describe('where somebody else’s text goes', () => {
  test.each([
    ['an assignment', ['X=$CI_COMMIT_TITLE', 'sink "$X"']],
    ['a substitution', ['X="v-$(echo $CI_COMMIT_TITLE | head -1)"', 'sink $X']],
    ['a file', ['echo "$CI_COMMIT_TITLE" > a.txt', 'X=$(cat ./a.txt)', 'sink $X']],
    ['tee', ['echo "$CI_COMMIT_TITLE" | tee -a "a.txt"', 'sink "$(cat a.txt)"']],
    ['read', ['read -r X <<< "$CI_COMMIT_TITLE"', 'sink $X']],
    ['read in a loop', ['echo $CI_COMMIT_TITLE | while read -r X; do sink $X; done']],
    ['for', ['for X in $CI_COMMIT_TITLE; do sink $X; done']],
    ['the argument of a function', ['f() { sink "$1"; }', 'f "$CI_COMMIT_TITLE"']],
    ['the output of a function', ['f() { echo "$CI_COMMIT_TITLE"; }', 'X=$(f)', 'sink $X']],
    ['a default', ['sink "${X:-$CI_COMMIT_TITLE}"']],
    ['a here-document', ['cat > a <<E', '$CI_COMMIT_TITLE', 'E', 'sink $(cat a)']],
    ['a group', ['{ echo a; echo $CI_COMMIT_TITLE; } > a', 'sink $(cat a)']],
    ['a branch', ['if a; then X=$CI_COMMIT_TITLE; else X=b; fi', 'sink $X']],
  ])('%s', (_, lines) => {
    expect(sink(script(...lines)).untrusted).toEqual(['$CI_COMMIT_TITLE']);
  });

  test.each([
    ['set anew', ['X=$CI_COMMIT_TITLE', 'X=fixed', 'sink $X']],
    ['quoted for the shell', ['sink "${CI_COMMIT_TITLE@Q}"']],
    ['stripped', ['sink ${CI_COMMIT_TITLE//[^a-z0-9]/}']],
    ['stripped by tr', ["X=$(echo $CI_COMMIT_TITLE | tr -cd 'a-z')", 'sink $X']],
    ['hashed', ['X=$(echo $CI_COMMIT_TITLE | sha256sum)', 'sink $X']],
    ['only its length', ['sink ${#CI_COMMIT_TITLE}']],
    ['checked', ['[[ $CI_COMMIT_TITLE =~ ^[a-z]+$ ]] || exit 1', 'sink $CI_COMMIT_TITLE']],
    ['checked around it', ['if [[ $CI_COMMIT_TITLE =~ ^[a-z]+$ ]]; then sink $CI_COMMIT_TITLE; fi']],
    ['checked by grep', ["echo $CI_COMMIT_TITLE | grep -qE '^[a-z]+$' || exit 1", 'sink $CI_COMMIT_TITLE']],
    ['refused', ['if ! [[ $CI_COMMIT_TITLE =~ ^[a-z]+$ ]]; then exit 1; fi', 'sink $CI_COMMIT_TITLE']],
    ['one of a list', ['case $CI_COMMIT_TITLE in a|b) sink $CI_COMMIT_TITLE;; esac']],
    ['the list left', ['case $CI_COMMIT_TITLE in a|b) ;; *) exit 1;; esac', 'sink $CI_COMMIT_TITLE']],
  ])('not when %s', (_, lines) => {
    expect(sink(script(...lines)).untrusted).toEqual([undefined]);
  });

  test.each([
    ['not anchored', ['[[ $CI_COMMIT_TITLE =~ [a-z]+ ]] || exit 1', 'sink $CI_COMMIT_TITLE']],
    ['anything', ['[[ $CI_COMMIT_TITLE =~ ^v.*$ ]] || exit 1', 'sink $CI_COMMIT_TITLE']],
    ['no end', ['[[ $CI_COMMIT_TITLE =~ ^[a-z]+$ ]] || echo bad', 'sink $CI_COMMIT_TITLE']],
    ['a glob', ['case $CI_COMMIT_TITLE in v*) sink $CI_COMMIT_TITLE;; esac']],
  ])('a check that is %s does not help', (_, lines) => {
    expect(sink(script(...lines)).untrusted).toEqual(['$CI_COMMIT_TITLE']);
  });

  test('the way is told', () => {
    expect(sink(script('X=$CI_COMMIT_TITLE', 'Y=$X', 'sink $Y')).steps.map(({ message }) => message)).toEqual([
      '$CI_COMMIT_TITLE is used here',
      'X is set from it',
      'Y is set from it',
    ]);
  });
});

describe('from variables, files and jobs', () => {
  test('variables of the definition launder nothing', () => {
    const yaml = 'variables:\n  A: "x-$CI_COMMIT_TITLE"\n  B: ${A}\njob:\n  script: sink "$B"\n';
    expect(sink(gitlab(yaml)).untrusted).toEqual(['$CI_COMMIT_TITLE']);
  });

  test('a variable of its own name is what the platform gives', () => {
    const yaml = 'variables:\n  API_TOKEN: $API_TOKEN\njob:\n  script: sink "$API_TOKEN"\n';
    expect(sink(gitlab(yaml)).secret).toEqual(['$API_TOKEN']);
  });

  test('what is asked for by hand, unless there is a list', () => {
    const yaml = (more: string): string =>
      `variables:\n  WHERE:\n    value: a\n    description: where\n${more}job:\n  script: sink $WHERE\n`;
    expect(sink(gitlab(yaml(''))).untrusted).toEqual(['$WHERE']);
    expect(sink(gitlab(yaml('    options: [a, b]\n'))).untrusted).toEqual([undefined]);
  });

  test('dotenv reports and artifacts lead to later jobs, needs decides which', () => {
    const yaml = (needs: string): string =>
      `a:\n  stage: build\n  script:\n    - echo "T=$CI_COMMIT_TITLE" >> build.env\n    - echo $CI_COMMIT_TITLE > out/t\n` +
      `  artifacts:\n    paths: [out/]\n    reports:\n      dotenv: build.env\nb:\n  stage: test\n${needs}  script: sink "$T" "$(cat out/t)"\n`;
    expect(sink(gitlab(yaml(''))).untrusted).toEqual(['$CI_COMMIT_TITLE', '$CI_COMMIT_TITLE']);
    expect(sink(gitlab(yaml('  needs: []\n'))).untrusted).toEqual([undefined, undefined]);
    expect(sink(gitlab(yaml('  dependencies: []\n'))).untrusted).toEqual([undefined, undefined]);
  });

  test.each([
    ['bash ci/run.sh x "$CI_COMMIT_TITLE"', 'ci/run.sh', 'sink "$2"\n'],
    ['./ci/run.sh "$CI_COMMIT_TITLE"', 'ci/run.sh', '#!/bin/bash\nsink "$1"\n'],
    ['source ci/run.sh', 'ci/run.sh', 'sink "$CI_COMMIT_TITLE"\n'],
    ['make deploy', 'Makefile', 'deploy: tag\n\t@sink $$CI_COMMIT_TITLE\ntag:\n\techo\n'],
    ['npm run deploy', 'package.json', '{"scripts": {"deploy": "sink \\"$CI_COMMIT_TITLE\\""}}'],
  ])('%s is followed', (line, path, text) => {
    const pipeline = gitlab(`job:\n  script:\n    - ${line}\n`);
    expect(sink(pipeline, { [path]: text }).untrusted).toContain('$CI_COMMIT_TITLE');
  });

  test('a function of a sourced file', () => {
    const pipeline = gitlab('job:\n  script:\n    - source ci/lib.sh\n    - f "$CI_COMMIT_TITLE"\n');
    expect(sink(pipeline, { 'ci/lib.sh': 'f() { sink "$1"; }\n' }).untrusted).toEqual(['$CI_COMMIT_TITLE']);
  });

  test('not out of the checkout', () => {
    expect(() => sink(gitlab('job:\n  script:\n    - bash ../run.sh\n'), { '../run.sh': 'sink\n' })).toThrow('no sink');
  });

  test('env of a workflow, and GITHUB_ENV from step to step', () => {
    const yaml =
      'on: issues\njobs:\n  a:\n    steps:\n' +
      '      - run: echo "T=$TITLE" >> "$GITHUB_ENV"\n        env:\n          TITLE: ${{ github.event.issue.title }}\n' +
      '      - run: sink "$T" "$TITLE"\n';
    expect(sink(github(yaml)).untrusted).toEqual(['github.event.issue.title', undefined]);
  });
});

describe('from elsewhere', () => {
  test.each([
    ['X=$(cat version.txt)', 'files of a pull request'],
    ['X=$(jq -r .version ./package.json)', 'files of a pull request'],
    ['read -r X < VERSION', 'files of a pull request'],
    ['X=$(head -1 /etc/os-release)', undefined],
    ['X=$(echo a | grep version.txt)', undefined],
    ['echo 1 > version.txt; X=$(cat version.txt)', undefined],
  ])('files of a checkout that strangers made: %s', (line, source) => {
    const yaml =
      'on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.head_ref }}\n' +
      `      - run: |\n          ${line}\n          sink "$X"\n`;
    expect(sink(github(yaml)).untrusted).toEqual([source]);
    expect(sink(github(yaml.replace('pull_request_target', 'pull_request'))).untrusted).toEqual([undefined]);
  });

  test('only those in its folder', () => {
    const yaml =
      'on: workflow_run\njobs:\n  a:\n    steps:\n      - uses: actions/download-artifact@v4\n        with: { run-id: 1, path: in }\n' +
      '      - run: sink "$(cat in/number)" "$(cat number)"\n';
    expect(sink(github(yaml)).untrusted).toEqual(['artifacts of another run', undefined]);
  });

  const child = 'job:\n  script: sink "$TITLE"\n';
  const parent = (more: string): string =>
    `start:\n  variables:\n    TITLE: "about $CI_COMMIT_TITLE"\n  trigger:\n    include: child.yml\n${more}`;
  test.each([
    ['', child, '$CI_COMMIT_TITLE'],
    ['', `variables:\n  TITLE: fixed\n${child}`, '$CI_COMMIT_TITLE'],
    ['    forward:\n      yaml_variables: false\n', child, undefined],
  ])('variables that a parent pipeline hands over %#', (more, definition, source) => {
    const texts = { '.gitlab-ci.yml': parent(more), 'child.yml': definition };
    const [, started] = readPipelines(files(texts));
    expect(started && sink(started).untrusted).toEqual([source]);
  });
});

describe('secrets', () => {
  test.each([
    ['by name', ['sink $DEPLOY_TOKEN'], '$DEPLOY_TOKEN'],
    [
      'fetched',
      ['X=$(aws secretsmanager get-secret-value --secret-id a)', 'sink $X'],
      'the output of aws secretsmanager get-secret-value',
    ],
    ['through jq', ['X=$(vault kv get -format=json a | jq -r .data)', 'sink $X'], 'the output of vault kv get'],
    ['encoded', ['X=$(echo -n "u:$DEPLOY_TOKEN" | base64)', 'sink $X'], '$DEPLOY_TOKEN changed'],
    ['all of them', ['X=$(env)', 'sink "$X"'], 'all variables'],
  ])('%s', (_, lines, expected) => {
    expect(sink(script(...lines)).secret).toEqual([expected]);
  });

  test.each([
    ['made in the script', ['DEPLOY_TOKEN=$(openssl rand -hex 8)', 'sink $DEPLOY_TOKEN']],
    ['names of secrets', ['sink $SECRET_NAME $TOKEN_URL $SSH_PUBLIC_KEY $MAX_TOKENS $PWD $OLDPWD']],
  ])('not %s', (_, lines) => {
    expect(sink(script(...lines)).secret.filter((name) => name !== undefined)).toEqual([]);
  });

  test('what is piped in', () => {
    expect(sink(script('echo $DEPLOY_TOKEN | sink')).input.secret?.name).toBe('$DEPLOY_TOKEN');
  });
});

test('artifact paths', () => {
  expect([covers('out/', 'out/a/b'), covers('*.env', 'a.env'), covers('out', 'output'), covers('.', 'x')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test.each([
  ['pipes', `X=$(echo $CI_COMMIT_TITLE${' | cat'.repeat(20_000)})`],
  ['functions', `${Array.from({ length: 20_000 }, (_, at) => `f${at}() { f${at + 1} $1; }`).join('\n')}\nX=$(f0 a)`],
])('long rows of %s have an end', (_, text) => {
  const pipeline = gitlab(`job:\n  script:\n    - ${JSON.stringify(`${text}\nsink $CI_COMMIT_TITLE`)}\n`);
  expect(sink(pipeline).untrusted).toEqual(['$CI_COMMIT_TITLE']);
});

test('hostile scripts are followed to an end', () => {
  const pieces = constantFrom(
    'f() { f $1; }',
    'f $CI_COMMIT_TITLE',
    'X=$(f $X)',
    'while read X; do',
    'done < a',
    '| f',
    '\n',
    ';',
    '{',
    '} > a',
    'cat a',
    'bash a.sh',
    'case $X in',
    '*) exit;; esac',
  );
  assert(
    property(array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      const pipeline = gitlab(`job:\n  script:\n    - ${JSON.stringify(text)}\n`);
      const taint = new PipelineTaint(pipeline, new ScriptFollower(files({ 'a.sh': text })));
      for (const job of pipeline.jobs) expect([...taint.of(job).commands()].length).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});
