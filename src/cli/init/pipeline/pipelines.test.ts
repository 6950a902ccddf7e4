import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { officialErrors } from '../../../../test/reports/validate.ts';
import { createAudit } from '../../../scanners/pipeline/audit/create-audit.ts';
import { runRules } from '../../../scanners/pipeline/audit/run-rules.ts';
import { CollectedFiles } from '../../../scanners/pipeline/collected-files.ts';
import { findReleases } from '../../../scanners/pipeline/gates/find-releases.ts';
import { readPipelines } from '../../../scanners/pipeline/read-pipelines.ts';
import { pipelineRules } from '../../../scanners/pipeline/rules/all.ts';
import { writeGithubWorkflow } from './github/write-github.ts';
import { writeGitlabPipeline } from './gitlab/write-gitlab.ts';
import { pinned } from './pins.ts';
import { readProject } from './project.ts';
import { samples } from './testing/sample-projects.ts';

const today = ['secrets', 'pipeline'];

const platforms = {
  gitlab: { path: '.gitlab-ci.yml', schema: 'gitlab-ci.json', version: '1.1' },
  github: { path: '.github/workflows/delivery.yml', schema: 'github-workflow.json', version: '1.2' },
} as const;

function write(files: Readonly<Record<string, string>>, platform: keyof typeof platforms, scanners = today): string {
  const project = readProject('Shop_App', { paths: Object.keys(files), read: (path) => files[path] ?? '' });
  return platform === 'gitlab'
    ? writeGitlabPipeline(project, scanners, pinned([]))
    : writeGithubWorkflow(project, scanners, { name: 'main' }, pinned([]));
}

function audit(files: Readonly<Record<string, string>>, path: string, text: string) {
  const collected = new CollectedFiles();
  for (const [name, content] of Object.entries({ CODEOWNERS: '* @shop\n', ...files, [path]: text }))
    collected.add(name, content);
  return {
    pipelines: readPipelines(collected).filter(({ source }) => source.uri === path),
    asked: createAudit(collected, new Date('2026-06-01T00:00:00Z')),
  };
}

function findingsIn({ pipelines, asked }: ReturnType<typeof audit>): readonly string[] {
  return [...runRules(pipelineRules, pipelines, asked)].flatMap(({ rule, verdict }) =>
    'undecided' in verdict ? [] : [`${rule.id}: ${verdict.message}`],
  );
}

const cases = Object.entries(samples).flatMap(([name, files]) =>
  (['gitlab', 'github'] as const).map((platform) => ({ name, files, platform, ...platforms[platform] })),
);

describe.each(cases)('$platform: $name', ({ files, platform, path, schema, version }) => {
  const text = write(files, platform);
  const { pipelines, asked } = audit(files, path, text);

  test('the auditor finds nothing, whatever else there is to find', () => {
    expect(findingsIn({ pipelines, asked })).toEqual([]);
  });

  test('it is valid by the schema of the platform', () => {
    expect(officialErrors(schema, parse(text, { version, merge: true }))).toEqual([]);
  });

  test('what leaves the pipeline leaves it from the release branch alone', () => {
    const ways = pipelines.flatMap((pipeline) =>
      findReleases(pipeline).flatMap(({ job }) =>
        asked
          .scenarios(pipeline)
          .runsOf(job)
          .filter(({ runs }) => runs !== 'no'),
      ),
    );
    expect(new Set(ways.map(({ scenario }) => scenario.id))).toEqual(new Set(['push-default']));
  });

  test('every line says why it is there', () => {
    const lines = text.split('\n');
    // Keys that open a block, names, and what stands in a list under a reason.
    const plain =
      /^\s*(?:#|$|- ?$|[\w:.-]+:(?: \|)?$|stage: |name: |url: |id: |category: |sarif_file: |path: |- [\w*./-]+$|[\w_]+: [\w*./-]+$|fetch|stages: )/;
    const bare = lines.filter(
      (line, index) => !plain.test(line) && !/ # \S/.test(line) && !/^\s*# /.test(lines[index - 1] ?? ''),
    );
    expect(bare).toEqual([]);
  });
});

test.each(['gitlab', 'github'] as const)('what Portcullis does itself needs no other tool: %s', (platform) => {
  const files = samples['npm, one image, Helm'] ?? {};
  const text = write(files, platform, [...today, 'sast', 'sca', 'licenses', 'iac']);
  expect(text).not.toMatch(/semgrep|trivy (?:filesystem|config)/);
  expect(findingsIn(audit(files, platforms[platform].path, text))).toEqual([]);
});

test('a lock decides before what is known here', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const pins = pinned([
    { kind: 'image', address: 'docker.io/library/node', ref: '24.1.0', resolved: digest },
    { kind: 'action', address: 'actions/checkout', ref: 'v9.0.0', resolved: 'f'.repeat(40) },
  ]);
  expect(pins.image('node')).toBe(`node:24.1.0@${digest}`);
  expect(pins.action('actions/checkout')).toBe(`actions/checkout@${'f'.repeat(40)} # v9.0.0`);
  expect(pins.image('trivy')).toMatch(/^aquasec\/trivy:[\d.]+@sha256:[0-9a-f]{64}$/);
});
