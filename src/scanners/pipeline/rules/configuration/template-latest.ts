import type { PipelineRule } from '../../rule.ts';

const ci = (include: string) => ({ path: '.gitlab-ci.yml', code: `include:\n${include}a:\n  script: [make]\n` });

export const templateLatest: PipelineRule = {
  id: 'pipeline/template-latest',
  title: 'Template that may change in every release of GitLab',
  severity: 'medium',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3'],
  why: 'Templates whose name has `.latest.` may break or change what they do with any upgrade of the instance, and nothing in this repository shows it: a scan can stop or start to run somewhere else.',
  fix: 'Include the template without `.latest`; it changes with major releases only.',
  references: ['https://docs.gitlab.com/development/cicd/templates/#latest-version'],
  dialects: ['gitlab'],
  bad: [
    ci('  - template: Jobs/Secret-Detection.latest.gitlab-ci.yml\n'),
    ci('  - template: Security/SAST.gitlab-ci.yml\n  - template: Terraform/Base.latest.gitlab-ci.yml\n'),
    {
      path: '.gitlab-ci.yml',
      code: 'go:\n  trigger:\n    include:\n      - template: Jobs/SAST.latest.gitlab-ci.yml\n',
    },
  ],
  good: [
    ci('  - template: Jobs/Secret-Detection.gitlab-ci.yml\n'),
    ci('  - local: ci/latest.yml\n'),
    ci('  - template: Latest/Thing.gitlab-ci.yml\n'),
  ],
  checks: {
    *pipeline({ inclusions = [] }) {
      for (const { kind, address, body, at } of inclusions) {
        if (kind !== 'template' || !address.includes('.latest.')) continue;
        const written = body?.get('template')?.range;
        const stable = address.replace('.latest.', '.');
        const found =
          written === undefined ? -1 : written.source.text.slice(written.start, written.end).indexOf('.latest.');
        yield {
          at,
          message: `${address} may change with any release of GitLab`,
          ...(written &&
            found !== -1 && {
              fixes: [
                {
                  description: `include ${stable}`,
                  safe: false,
                  edits: [
                    {
                      at: {
                        source: written.source,
                        start: written.start + found,
                        end: written.start + found + '.latest'.length,
                      },
                      text: '',
                    },
                  ],
                },
              ],
            }),
        };
      }
    },
  },
};
