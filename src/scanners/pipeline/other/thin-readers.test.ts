import { assert, constantFrom, array, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { readPipelines } from '../read-pipelines.ts';

function read(path: string, text: string): readonly Pipeline[] {
  const files = new CollectedFiles();
  files.add(path, text);
  return readPipelines(files);
}

/** Commands, images and others' code of all jobs, as they are written. */
function seen(path: string, text: string) {
  const pipelines = read(path, text);
  const jobs = pipelines.flatMap((pipeline) => pipeline.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  return {
    dialects: pipelines.map(({ dialect }) => dialect),
    commands: steps.flatMap((step) =>
      step.kind === 'run' ? step.script.program.commands.map(({ name }) => name) : [],
    ),
    images: jobs.flatMap((job) => job.images.map(({ reference }) => reference.text)),
    uses: steps.flatMap((step) => (step.kind === 'use' ? [step.uses.text] : [])),
  };
}

describe('what the thin readers see', () => {
  test('Azure Pipelines', () => {
    const text = `
variables: [{ name: A, value: b }]
stages:
  - stage: s
    jobs:
      - job: one
        container: node:20
        steps:
          - script: npm ci
          - bash: make test
          - task: Bash@3
            inputs: { targetType: inline, script: curl x }
      - deployment: two
        strategy: { runOnce: { deploy: { steps: [{ script: ./go }] } } }
`;
    expect(seen('azure-pipelines.yml', text)).toEqual({
      dialects: ['azure'],
      commands: ['npm', 'make', 'curl', 'go'],
      images: ['node:20'],
      uses: ['Bash@3'],
    });
    expect(seen('azure-pipelines.yml', 'steps:\n  - script: make\n').commands).toEqual(['make']);
  });

  test('CircleCI', () => {
    const text = `
orbs: { node: circleci/node@5 }
jobs:
  a:
    docker: [{ image: cimg/node:20.1 }, { image: postgres }]
    steps:
      - checkout
      - run: npm ci
      - run: { name: t, command: make test }
      - when: { condition: x, steps: [{ run: make more }] }
`;
    expect(seen('.circleci/config.yml', text)).toEqual({
      dialects: ['circleci'],
      commands: ['npm', 'make', 'make'],
      images: ['cimg/node:20.1', 'postgres'],
      uses: ['circleci/node@5'],
    });
  });

  test('Bitbucket Pipelines', () => {
    const text = `
image: node:20
definitions: { services: { db: { image: postgres } } }
pipelines:
  default:
    - step: { name: a, script: [npm ci, { pipe: 'atlassian/aws-s3-deploy:1.1.0', variables: { A: b } }] }
    - parallel: [{ step: { script: [make] } }]
  branches:
    main: [{ step: { image: alpine, script: [./deploy] } }]
`;
    expect(seen('bitbucket-pipelines.yml', text)).toEqual({
      dialects: ['bitbucket'],
      commands: ['npm', 'make', 'deploy'],
      images: ['node:20', 'node:20', 'alpine', 'postgres'],
      uses: ['atlassian/aws-s3-deploy:1.1.0'],
    });
  });

  test('Tekton, known by its content', () => {
    const text = `
apiVersion: tekton.dev/v1
kind: Task
metadata: { name: build }
spec:
  steps:
    - image: golang
      script: |
        #!/usr/bin/env bash
        go build
`;
    expect(seen('ci/task.yaml', text)).toEqual({
      dialects: ['tekton'],
      commands: ['go'],
      images: ['golang'],
      uses: [],
    });
    expect(read('ci/task.yaml', 'kind: Service\n')).toEqual([]);
  });

  test('Jenkinsfile', () => {
    const text = `
pipeline {
  agent { docker { image 'maven:3' } }
  stages { stage('b') { steps {
    sh 'mvn verify' // sh 'not this'
    sh """
      ./deploy \${env.BRANCH}
    """
    def out = sh(script: 'git log', returnStdout: true)
    bat 'dir'
    echo 'sh is a word'
  } } }
}
`;
    expect(seen('Jenkinsfile', text)).toEqual({
      dialects: ['jenkins'],
      commands: ['mvn', 'deploy', 'git', 'dir'],
      images: ['maven:3'],
      uses: [],
    });
  });
});

test('commands know where they were written', () => {
  const [pipeline] = read('Jenkinsfile', 'node {\n  sh """\n    first\n    second\n  """\n}\n');
  const step = pipeline?.jobs[0]?.steps[0];
  const command = step?.kind === 'run' ? step.script.program.commands[1] : undefined;
  const range = step?.kind === 'run' && command ? step.script.range(command.start, command.end) : undefined;
  expect(range?.source.position(range.start)).toEqual({ line: 4, column: 5 });
});

test('any text at all is read without an exception', () => {
  const paths = [
    'azure-pipelines.yml',
    '.circleci/config.yml',
    'bitbucket-pipelines.yml',
    'Jenkinsfile',
    'tekton.yaml',
  ];
  const words = constantFrom(
    'steps',
    'script',
    'jobs',
    'run',
    'step',
    'sh',
    "'''",
    '"""',
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    'tekton.dev/',
    '*a',
    '&a ',
  );
  assert(
    property(
      constantFrom(...paths),
      array(words).map((parts) => parts.join('')),
      string(),
      (path, text, noise) => {
        expect([...read(path, text), ...read(path, noise)].every(({ thin }) => thin)).toBe(true);
      },
    ),
  );
});
