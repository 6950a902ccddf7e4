import type { SourceText } from '../../../../lib/text/source-text.ts';
import { YamlMap, type YamlScalar } from '../../../../lib/yaml/node.ts';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import { pinAction } from '../../fix/pin-action.ts';
import type { CiLock } from '../../lock/ci-lock.ts';
import type { LockEntry } from '../../lock/lock-entry.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { isCommit, parseAction } from '../../github/action-reference.ts';

const composite = (...uses: readonly string[]) => ({
  path: '.github/workflows/ci.yml',
  code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ./.github/actions/build\n',
  beside: {
    '.github/actions/build/action.yml': `name: build\ndescription: builds\nruns:\n  using: composite\n  steps:\n${uses.map((use) => `    - uses: ${use}\n`).join('')}`,
  },
});

const calling = (ref: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: owner/build@${'a1'.repeat(20)}\n`,
  beside: {
    'ci.lock': JSON.stringify({
      entries: [
        { kind: 'action', address: 'owner/build', ref: 'a1'.repeat(20), resolved: 'a1'.repeat(20) },
        { kind: 'action', address: 'other/login', ref, resolved: 'b2'.repeat(20), via: ['owner/build'] },
      ],
    }),
  },
});

export const actionNestedUnpinned: PipelineRule = {
  id: 'pipeline/action-nested-unpinned',
  title: 'Action inside an action can change under its name',
  severity: 'high',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'CIS-2.3.2', 'SLSA-L3'],
  why: "The workflow looks pinned, and what its own composite action calls is not: the tag inside is moved and the new code has the job's token and secrets.",
  fix: 'Name full commit ids in composite actions as well.',
  dialects: ['github'],
  bad: [
    composite('docker/login-action@v3'),
    composite(`docker/login-action@${'a1'.repeat(20)}`, 'owner/tool@main'),
    calling('v3'),
  ],
  good: [
    composite(`docker/login-action@${'a1'.repeat(20)} # v3.3.0`),
    composite('./.github/actions/other', 'actions/cache@v4'),
    calling('b2'.repeat(20)),
  ],
  checks: {
    *repository(pipelines, { files, lock }) {
      if (!pipelines.some(({ dialect }) => dialect === 'github')) return;
      for (const path of [...files.paths()].sort()) {
        const source = /(?:^|\/)action\.ya?ml$/.test(path) ? files.read(path) : undefined;
        for (const uses of source ? usesIn(source) : []) {
          const action = parseAction(uses.text);
          if (!action || isCommit(action.ref) || action.owner === 'actions' || action.owner === 'github') continue;
          yield {
            at: uses.range,
            message: `${action.name}, called by the action in ${path}, can be moved: ${action.ref || 'it has no version'}`,
            fixes: pinAction(uses, lock),
          };
        }
      }
      if (lock) yield* insideOthers(pipelines, lock);
    },
  },
};

/** What pinned actions of others call, as the lock saw it when it looked into them; each action is said once. */
function* insideOthers(pipelines: readonly Pipeline[], lock: CiLock): Generator<Issue> {
  const said = new Set<string>();
  const steps = pipelines.flatMap(({ dialect, jobs }) =>
    dialect === 'github' ? jobs.flatMap((job) => job.steps) : [],
  );
  for (const step of steps) {
    const action = step.kind === 'use' ? parseAction(step.uses.text) : undefined;
    // What is not pinned itself is another rule's.
    if (!action || !isCommit(action.ref) || said.has(action.name)) continue;
    said.add(action.name);
    for (const { address, ref } of calledBy(action.name, lock)) {
      const inner = parseAction(address);
      if (ref === undefined || isCommit(ref) || inner?.owner === 'actions' || inner?.owner === 'github') continue;
      const message = `${action.name} calls ${address}@${ref}, which can be moved`;
      yield { at: step.at, message, severity: 'medium', subject: `${action.name} ${address}` };
    }
  }
}

function calledBy(caller: string, lock: CiLock): readonly LockEntry[] {
  const addresses = new Set([caller]);
  const called = new Set<LockEntry>();
  for (let size = -1; size !== called.size;) {
    size = called.size;
    for (const entry of lock.entries) {
      const isCode = entry.kind === 'action' || entry.kind === 'workflow';
      if (!isCode || !entry.via?.some((address) => addresses.has(address))) continue;
      called.add(entry);
      addresses.add(entry.address);
    }
  }
  return [...called];
}

function usesIn(source: SourceText): readonly YamlScalar[] {
  const [root] = parseYaml(source, { version: '1.2' }).documents;
  const steps = root instanceof YamlMap ? (root.map('runs')?.list('steps') ?? []) : [];
  return steps.flatMap((step) => {
    const uses = step.kind === 'map' ? step.get('uses') : undefined;
    return uses?.kind === 'scalar' ? [uses] : [];
  });
}
