import type { PipelineRule } from '../../rule.ts';

const ci = (include: string) => ({ path: '.gitlab-ci.yml', code: `include:\n${include}a:\n  script: [make]\n` });

export const includeFromVariable: PipelineRule = {
  id: 'pipeline/include-from-variable',
  title: 'A variable decides which pipeline code is included',
  severity: 'high',
  confidence: 'medium',
  cwe: [829],
  tags: ['CICD-SEC-4'],
  why: 'Whoever sets the variable, when starting the pipeline or as the name of a branch, chooses the code that runs.',
  fix: 'Name the file; choose between known files with rules.',
  dialects: ['gitlab'],
  bad: [ci('  - local: ci/$TARGET.yml\n'), ci('  - project: $TEMPLATES\n    file: base.yml\n    ref: main\n')],
  good: [ci('  - local: ci/base.yml\n'), ci('  - component: $CI_SERVER_FQDN/components/go/test@1.2.3\n')],
  checks: {
    *pipeline({ inclusions = [] }) {
      for (const { address, ref = '', at } of inclusions) {
        const name = /\$\{?(?!CI_SERVER_|CI_PROJECT_|CI_API_)(?<name>\w+)/.exec(`${address} ${ref}`)?.groups?.['name'];
        if (name !== undefined) yield { at, message: `$${name} decides what is included` };
      }
    },
  },
};
