import { addIntegrity } from '../../fix/pin-include.ts';
import type { PipelineRule } from '../../rule.ts';

const ci = (include: string) => ({ path: '.gitlab-ci.yml', code: `include:\n${include}a:\n  script: [make]\n` });

export const remoteInclude: PipelineRule = {
  id: 'pipeline/remote-include',
  title: 'Pipeline code from a web address',
  severity: 'high',
  confidence: 'high',
  cwe: [829, 494],
  tags: ['CICD-SEC-3', 'CICD-SEC-8'],
  why: 'Whoever controls that file, the server or its name defines jobs of this pipeline, with its variables and tokens.',
  fix: 'Copy the file into a project that you own and include it by commit id, or give its `integrity`.',
  dialects: ['gitlab'],
  bad: [
    ci('  - remote: https://example.com/ci/base.yml\n'),
    ci('  - https://gitlab.example.com/team/ci/-/raw/main/base.yml\n'),
    ci('  - remote: http://example.com/base.yml\n    integrity: sha256-abc=\n'),
  ],
  good: [
    ci(
      '  - remote: https://example.com/base.yml\n    integrity: sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    ),
    ci('  - local: /ci/base.yml\n'),
  ],
  checks: {
    *pipeline({ inclusions = [] }, { lock }) {
      for (const inclusion of inclusions) {
        const { kind, address, body, at } = inclusion;
        if (kind !== 'remote') continue;
        if (address.startsWith('http:')) yield { at, message: `${address} is fetched without encryption` };
        else if (body?.get('integrity') === undefined)
          yield {
            at,
            message: `${address} is included whatever it says: it has no integrity`,
            fixes: addIntegrity(inclusion, lock),
          };
      }
    },
  },
};
