import type { Example } from '../../../../model/rule.ts';

export function gitlabImage(image: string): Example {
  return { path: '.gitlab-ci.yml', code: `job:\n  image: ${image}\n  script: [make]\n` };
}

export function gitlabService(image: string): Example {
  return {
    path: '.gitlab-ci.yml',
    code: `job:\n  image: debian@sha256:${'a1'.repeat(32)}\n  services: ["${image}"]\n  script: [make]\n`,
  };
}

export function githubContainer(image: string): Example {
  return {
    path: '.github/workflows/ci.yml',
    code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    container: ${image}\n    steps:\n      - run: make\n`,
  };
}

export function githubService(image: string): Example {
  return {
    path: '.github/workflows/ci.yml',
    code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    services:\n      db:\n        image: ${image}\n    steps:\n      - run: make\n`,
  };
}

export function githubAction(uses: string, before = ''): Example {
  return {
    path: '.github/workflows/ci.yml',
    code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${before}      - uses: ${uses}\n`,
  };
}
