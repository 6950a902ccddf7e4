import type { SourceText } from '../../../../lib/text/source-text.ts';
import { YamlMap, type YamlScalar } from '../../../../lib/yaml/node.ts';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import type { PipelineRule } from '../../rule.ts';
import { isCommit, parseAction } from '../../github/action-reference.ts';

const composite = (...uses: readonly string[]) => ({
  path: '.github/workflows/ci.yml',
  code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ./.github/actions/build\n',
  beside: {
    '.github/actions/build/action.yml': `name: build\nruns:\n  using: composite\n  steps:\n${uses.map((use) => `    - uses: ${use}\n`).join('')}`,
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
  bad: [composite('docker/login-action@v3'), composite(`docker/login-action@${'a1'.repeat(20)}`, 'owner/tool@main')],
  good: [
    composite(`docker/login-action@${'a1'.repeat(20)} # v3.3.0`),
    composite('./.github/actions/other', 'actions/cache@v4'),
  ],
  checks: {
    *repository(pipelines, { files }) {
      if (!pipelines.some(({ dialect }) => dialect === 'github')) return;
      for (const path of [...files.paths()].sort()) {
        const source = /(?:^|\/)action\.ya?ml$/.test(path) ? files.read(path) : undefined;
        for (const uses of source ? usesIn(source) : []) {
          const action = parseAction(uses.text);
          if (!action || isCommit(action.ref) || action.owner === 'actions' || action.owner === 'github') continue;
          yield {
            at: uses.range,
            message: `${action.name}, called by the action in ${path}, can be moved: ${action.ref || 'it has no version'}`,
          };
        }
      }
    },
  },
};

function usesIn(source: SourceText): readonly YamlScalar[] {
  const [root] = parseYaml(source, { version: '1.2' }).documents;
  const steps = root instanceof YamlMap ? (root.map('runs')?.list('steps') ?? []) : [];
  return steps.flatMap((step) => {
    const uses = step.kind === 'map' ? step.get('uses') : undefined;
    return uses?.kind === 'scalar' ? [uses] : [];
  });
}
