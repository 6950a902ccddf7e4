import { describe, expect, test } from 'vitest';
import { applySplices } from '../../../lib/text/splice.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { integrityOf } from '../lock/integrity.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import { writeLock } from '../lock/write-lock.ts';
import { readPipelines } from '../read-pipelines.ts';
import { configurationRules } from '../rules/configuration.ts';
import { pinsRules } from '../rules/pins.ts';
import type { IssueFix } from '../rule.ts';
import { ownedFixes } from './owned-fixes.ts';

const commit = 'a1'.repeat(20);
const digest = `sha256:${'b2'.repeat(32)}`;
const integrity = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** The fixes that a lock offers for a definition. */
function fixesOf(path: string, text: string, entries: readonly LockEntry[]): readonly IssueFix[] {
  const files = new CollectedFiles();
  files.add(path, text);
  files.add('ci.lock', writeLock(entries));
  const audit = createAudit(files, new Date('2026-06-01'));
  const rules = [...pinsRules, ...configurationRules];
  const statements = ownedFixes(runRules(rules, readPipelines(files), audit), audit.lock);
  const fixes = [...statements].flatMap(({ verdict }) => ('undecided' in verdict ? [] : (verdict.fixes ?? [])));
  return fixes.filter(({ description }) => description.includes('ci.lock'));
}

function repaired(path: string, text: string, entries: readonly LockEntry[]): string {
  const [fix] = fixesOf(path, text, entries);
  return fix
    ? applySplices(
        text,
        fix.edits.map(({ at, text }) => ({ start: at.start, end: at.end, text })),
      )
    : text;
}

describe('images', () => {
  const node: LockEntry = { kind: 'image', address: 'docker.io/library/node', ref: '20', resolved: digest };
  const gitlab = (image: string): string => `a:\n  image: ${image}\n  script: [make]\n`;

  test.each([
    ['node:20 # the runtime', `node:20@${digest} # the runtime`],
    ['"node:20"', `"node:20@${digest}"`],
    ["{ name: 'node:20', entrypoint: [''] }", `{ name: 'node:20@${digest}', entrypoint: [''] }`],
    ['docker.io/library/node:20', `docker.io/library/node:20@${digest}`],
    ['node:22', 'node:22'],
    ['node:$VERSION', 'node:$VERSION'],
    [`node:20@sha256:${'c3'.repeat(32)}`, `node:20@sha256:${'c3'.repeat(32)}`],
  ])('%s', (before, after) => {
    expect(repaired('.gitlab-ci.yml', gitlab(before), [node])).toBe(gitlab(after));
  });

  test('without a tag, latest is meant; a name with variables of the definition is left alone', () => {
    const latest: LockEntry = { ...node, ref: 'latest' };
    expect(repaired('.gitlab-ci.yml', gitlab('node'), [latest])).toBe(gitlab(`node@${digest}`));
    const variable = 'variables: { V: "20" }\na: { image: "node:$V", script: [make] }\n';
    expect(repaired('.gitlab-ci.yml', variable, [node])).toBe(variable);
  });

  test('a variable that is nothing but the name of images', () => {
    const named = (image: string, script = 'make', other = '$NODE'): string =>
      `variables:\n  NODE: ${image} # LTS\na: { image: $NODE, script: ["${script}"] }\nb: { image: "${other}", script: [make] }\n`;
    expect(repaired('.gitlab-ci.yml', named('node:20'), [node])).toBe(named(`node:20@${digest}`));
    expect(fixesOf('.gitlab-ci.yml', named('node:20'), [node])).toMatchObject([{ safe: false }, { safe: false }]);
    expect(fixesOf('.gitlab-ci.yml', named('node:20', 'make', '${NODE}-slim'), [node])).toEqual([]);
    expect(fixesOf('.gitlab-ci.yml', named('node:20', 'docker push $NODE'), [node])).toEqual([]);
  });

  test('a folded or escaped name is not touched', () => {
    for (const image of ['"node:\\x320"', '>-\n    node:20']) {
      expect(repaired('.gitlab-ci.yml', gitlab(image), [node])).toBe(gitlab(image));
    }
  });
});

describe('actions', () => {
  const deploy: LockEntry = { kind: 'action', address: 'o/deploy', ref: 'v4', resolved: commit, version: 'v4.1.2' };
  const step = (line: string): string =>
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${line}\n        name: x\n`;

  test.each([
    ['uses: o/deploy@v4', `uses: o/deploy@${commit} # v4.1.2`],
    ['uses: "o/deploy@v4"', `uses: "o/deploy@${commit}" # v4.1.2`],
    ['uses: o/deploy@v4 # ask Ann before', `uses: o/deploy@${commit} # v4.1.2 ask Ann before`],
    ['uses: o/deploy@v4  # v4', `uses: o/deploy@${commit}  # v4.1.2`],
    ['uses: o/deploy@v4  # v4.1.2', `uses: o/deploy@${commit}  # v4.1.2`],
    ['uses: o/deploy@v5', 'uses: o/deploy@v5'],
  ])('%s', (before, after) => {
    expect(repaired('.github/workflows/a.yml', step(before), [deploy])).toBe(step(after));
  });

  test('in a flow mapping there is no room for a comment; line ends stay', () => {
    const flow = (ref: string): string =>
      `on: push\r\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ uses: o/deploy@${ref}, name: x }] } }\r\n`;
    expect(repaired('.github/workflows/a.yml', flow('v4'), [deploy])).toBe(flow(commit));
  });

  test('a reusable workflow, a branch, an action without a version', () => {
    const call = (use: string): string => `on: push\njobs:\n  a:\n    uses: ${use}\n`;
    const name = 'o/ci/.github/workflows/w.yml';
    const entry: LockEntry = { kind: 'workflow', address: name, ref: 'main', resolved: commit };
    expect(repaired('.github/workflows/a.yml', call(`${name}@main`), [entry])).toBe(call(`${name}@${commit} # main`));
    const bare: LockEntry = { kind: 'action', address: 'o/deploy', resolved: commit };
    expect(repaired('.github/workflows/a.yml', step('uses: o/deploy'), [bare])).toBe(step(`uses: o/deploy@${commit}`));
  });
});

describe('includes', () => {
  const rest = 'a: { script: [make] }\n';
  const file = (name: string, resolved = commit, ref?: string): LockEntry => {
    return { kind: 'project-file', address: 'team/ci', file: name, resolved, ...(ref !== undefined && { ref }) };
  };
  const project = (...lines: readonly string[]): string =>
    `include:\n  - project: team/ci\n    ${lines.join('\n    ')}\n${rest}`;

  test('a project, with and without a ref', () => {
    const branch = project('file: [a.yml, /b.yml]', 'ref: main # ours');
    expect(repaired('.gitlab-ci.yml', branch, [file('a.yml', commit, 'main'), file('b.yml', commit, 'main')])).toBe(
      project('file: [a.yml, /b.yml]', `ref: ${commit} # main ours`),
    );
    expect(repaired('.gitlab-ci.yml', project('file: a.yml'), [file('a.yml')])).toBe(
      project(`ref: ${commit}`, 'file: a.yml'),
    );
    const both = project('file: [a.yml, b.yml]');
    expect(fixesOf('.gitlab-ci.yml', both, [file('a.yml'), file('b.yml', 'c3'.repeat(20))])).toEqual([]);
    expect(fixesOf('.gitlab-ci.yml', project('file: a.yml'), [file('a.yml')])).toMatchObject([{ safe: false }]);
  });

  test('a component', () => {
    const entry: LockEntry = {
      kind: 'component',
      address: '$CI_SERVER_FQDN/team/parts/test',
      ref: '1',
      resolved: commit,
      version: '1.10.0',
    };
    const component = (version: string): string =>
      `include:\n  - component: $CI_SERVER_FQDN/team/parts/test@${version}\n${rest}`;
    expect(repaired('.gitlab-ci.yml', component('1'), [entry])).toBe(component(`${commit} # 1.10.0`));
  });

  test('the integrity of a web address, written as a mapping or as a text', () => {
    const entry: LockEntry = { kind: 'include', address: 'https://example.com/x.yml', integrity };
    const whole = `include:\n  - remote: https://example.com/x.yml\n    integrity: ${integrity}\n${rest}`;
    for (const include of ['- remote: https://example.com/x.yml', '- https://example.com/x.yml']) {
      expect(repaired('.gitlab-ci.yml', `include:\n  ${include}\n${rest}`, [entry])).toBe(whole);
    }
    const inline = `include: https://example.com/x.yml\n${rest}`;
    expect(repaired('.gitlab-ci.yml', inline, [entry])).toBe(inline);
  });
});

test('a copy of what is elsewhere is repaired elsewhere', () => {
  const files = new CollectedFiles();
  const copy = 'inner: { image: "node:20", script: [x] }\n';
  files.add('.gitlab-ci.yml', `include: { project: team/ci, file: a.yml, ref: ${commit} }\n`);
  files.add('vendor/a.yml', copy);
  files.add(
    'ci.lock',
    writeLock([
      { kind: 'image', address: 'docker.io/library/node', ref: '20', resolved: digest },
      {
        kind: 'project-file',
        address: 'team/ci',
        file: 'a.yml',
        ref: commit,
        integrity: integrityOf(copy),
        content: 'vendor/a.yml',
      },
    ]),
  );
  const audit = createAudit(files, new Date('2026-06-01'));
  const found = [...ownedFixes(runRules(pinsRules, readPipelines(files), audit), audit.lock)];
  const images = found.filter(({ rule }) => rule.id === 'pipeline/image-mutable');
  expect(images).toMatchObject([{ verdict: { fixes: [] } }]);
});
