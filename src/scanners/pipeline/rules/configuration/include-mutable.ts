import { pinProject } from '../../fix/pin-include.ts';
import type { PipelineRule } from '../../rule.ts';

const ci = (include: string) => ({ path: '.gitlab-ci.yml', code: `include:\n${include}a:\n  script: [make]\n` });
const sha = '3f'.repeat(20);

export const includeMutable: PipelineRule = {
  id: 'pipeline/include-mutable',
  title: 'Included pipeline code can change under its name',
  severity: 'high',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'SLSA-L3'],
  why: 'Whoever can push to that branch, or move that tag, defines jobs of this pipeline, with its variables and tokens, and nothing here shows that it changed.',
  fix: 'Include by the full commit id (`ref: <40 digits>`) and let a bot propose updates.',
  dialects: ['gitlab'],
  bad: [
    ci('  - project: team/ci\n    file: base.yml\n'),
    ci('  - project: team/ci\n    file: base.yml\n    ref: main\n'),
    ci('  - project: team/ci\n    file: base.yml\n    ref: 3f3f3f3\n'),
  ],
  good: [ci(`  - project: team/ci\n    file: base.yml\n    ref: ${sha}\n`), ci('  - local: ci/base.yml\n')],
  checks: {
    *pipeline({ inclusions = [] }, { lock }) {
      for (const inclusion of inclusions) {
        const { kind, address, ref, at } = inclusion;
        if (kind !== 'project' || (ref !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref))) continue;
        yield {
          at,
          message:
            ref === undefined
              ? `${address} is taken from the end of its default branch`
              : `${ref} of ${address} is a name that can be moved`,
          fixes: pinProject(inclusion, lock),
          ...(ref !== undefined && /^v?\d+\.\d+\.\d+/.test(ref) && { severity: 'medium' as const }),
        };
      }
    },
  },
};
