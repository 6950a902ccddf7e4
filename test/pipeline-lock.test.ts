import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pipelineCommand } from '../src/cli/commands/pipeline.ts';
import { startRegistry, type LocalRegistry } from '../src/lib/registry/testing/local-registry.ts';
import { runCommand } from './policy/run-command.ts';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const make = scratch();
let registry: LocalRegistry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.close());

const definition = `stages: [test, build]
default:
  image: node:latest # for all jobs
.scan: &scan
  stage: test
  image: { name: "aquasec/trivy", entrypoint: [""] }
unit:
  stage: test
  script: [npm ci, npm test]
scan:
  <<: *scan
  script:
    - trivy fs --exit-code 1 .
build:
  stage: build
  image: docker:24
  services:
    - docker:24-dind
    - name: postgres:16.2
      alias: db
  script:
    - docker build .
`;

const imageRules = [
  'pipeline/image-mutable',
  'pipeline/image-no-digest',
  'pipeline/service-image',
  'pipeline/lock-stale',
];

interface Evidence {
  readonly findings: readonly { readonly ruleId: string; readonly locations: readonly { readonly uri: string }[] }[];
  readonly unknowns: readonly { readonly reason: string }[];
}

function scan(root: string, ...args: readonly string[]): Evidence {
  const { stdout } = portcullis(['scan', '--only', 'pipeline', '--json', ...args, root], { cwd: root });
  return (JSON.parse(stdout) as { readonly evidence: Evidence }).evidence;
}

function found(root: string): readonly string[] {
  return scan(root, '--pedantic').findings.flatMap(({ ruleId }) => (imageRules.includes(ruleId) ? [ruleId] : []));
}

test('with a lock that knows the images, fix leaves none that can change', async () => {
  const digest = (name: string, tag: string): string => registry.push(name, tag, '2026-01-01T00:00:00Z');
  const digests = {
    node: digest('library/node', 'latest'),
    trivy: digest('aquasec/trivy', 'latest'),
    docker: digest('library/docker', '24'),
    dind: digest('library/docker', '24-dind'),
    postgres: digest('library/postgres', '16.2'),
  };
  const root = make.directory({ '.gitlab-ci.yml': definition });
  const path = join(root, '.gitlab-ci.yml');
  expect(new Set(found(root))).toEqual(new Set(imageRules.slice(0, 3)));
  const args = ['lock', root, '--online', '--mirror', `docker.io=${registry.origin}`];
  expect(await runCommand(pipelineCommand, args, root)).toMatchObject({ code: 0 });
  expect(portcullis(['pipeline', 'lock', '--check'], { cwd: root }).code).toBe(0);

  portcullis(['fix', '--only', 'pipeline', '--pedantic', ...imageRules.flatMap((id) => ['--rule', id])], { cwd: root });
  const after = definition
    .replace('node:latest', `node:latest@${digests.node}`)
    .replace('"aquasec/trivy"', `"aquasec/trivy@${digests.trivy}"`)
    .replace('docker:24\n', `docker:24@${digests.docker}\n`)
    .replace('docker:24-dind', `docker:24-dind@${digests.dind}`)
    .replace('postgres:16.2', `postgres:16.2@${digests.postgres}`);
  expect(readFileSync(path, 'utf8')).toBe(after);
  expect(found(root)).toEqual([]);
  expect(portcullis(['pipeline', 'lock', '--check'], { cwd: root }).code).toBe(0);

  writeFileSync(path, after.replace('postgres:16.2@', 'postgres:16.3@'));
  expect(found(root)).toEqual(['pipeline/lock-stale']);
  const check = portcullis(['pipeline', 'lock', '--check'], { cwd: root });
  expect(check).toMatchObject({
    code: 1,
    stdout: '.gitlab-ci.yml:19:13: postgres:16.3 is not in ci.lock; it has 16.2\n',
  });
});

test('a cache of copies makes a scan complete, and what is in them is found', () => {
  const copy = 'cached:\n  image: node:latest\n  script: [make]\n';
  const digest = createHash('sha256').update(copy).digest('hex');
  const cache = make.directory({ [`${digest}.yml`]: copy });
  const integrity = `sha256-${Buffer.from(digest, 'hex').toString('base64')}`;
  const wanted = { kind: 'project-file', address: 'team/ci', file: 'a.yml', ref: 'v1' };
  const root = make.directory({
    '.gitlab-ci.yml': 'include: { project: team/ci, file: a.yml, ref: v1 }\n',
    'ci.lock': JSON.stringify({ entries: [{ ...wanted, integrity }] }),
  });
  const look = (...args: readonly string[]): { readonly holes: boolean; readonly images: readonly string[] } => {
    const { findings, unknowns } = scan(root, ...args);
    const images = findings.filter(({ ruleId }) => ruleId === 'pipeline/image-mutable');
    return {
      holes: unknowns.some(({ reason }) => reason === 'not-fetched'),
      images: images.map(({ locations }) => locations[0]?.uri ?? ''),
    };
  };
  const complete = { holes: false, images: ['include-cache/project-file.team-ci-a-v1.82e16f3b.yml'] };
  expect(look()).toEqual({ holes: true, images: [] });
  expect(look('--include-cache', cache)).toEqual(complete);
  writeFileSync(join(root, 'portcullis.yaml'), `version: 1\nscanners:\n  pipeline:\n    includeCache: ${cache}\n`);
  expect(look()).toEqual(complete);
});
