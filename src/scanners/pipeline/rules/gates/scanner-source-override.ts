import type { Variable } from '../../model/variable.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { githubAction } from '../pins/image-examples.ts';

const variable = (line: string) => ({
  path: '.gitlab-ci.yml',
  code: `variables:\n  ${line}\njob:\n  script: [make]\n`,
});

export const scannerSourceOverride: PipelineRule = {
  id: 'pipeline/scanner-source-override',
  title: 'Scanner comes from somewhere else',
  severity: 'medium',
  confidence: 'medium',
  cwe: [829, 693],
  tags: ['CICD-SEC-3', 'CICD-SEC-1'],
  why: 'Whoever can write there decides what the scanner finds, and the scanner runs with what the job holds.',
  fix: "Take the publisher's images, or a mirror of your own that copies them by digest; protect the variable from being set by those who start pipelines.",
  dialects: ['gitlab', 'github'],
  bad: [
    variable('SECURE_ANALYZERS_PREFIX: registry.example.org/mirror'),
    variable('CS_ANALYZER_IMAGE: docker.io/somebody/scanner:1'),
    githubAction(
      'github/codeql-action/init@v3\n        with:\n          tools: https://files.example.org/codeql.tar.gz',
    ),
    githubAction('github/codeql-action/init@v3\n        with:\n          tools: ${{ inputs.bundle }}'),
  ],
  good: [
    variable('SECURE_ANALYZERS_PREFIX: registry.gitlab.com/security-products'),
    variable('SECURE_ANALYZERS_PREFIX: "$CI_TEMPLATE_REGISTRY_HOST/security-products"'),
    variable('SECURE_ANALYZERS_PREFIX: $CI_REGISTRY/security/mirror'),
    githubAction('github/codeql-action/init@v3\n        with:\n          tools: linked'),
    githubAction('github/codeql-action/init@v3\n        with:\n          languages: go'),
  ],
  checks: {
    variable: judge,
    *use({ uses, inputs }) {
      const tools = inputs?.entry('tools');
      if (!uses.text.startsWith('github/codeql-action/init@') || tools?.value.kind !== 'scalar') return;
      if (/^https?:|\$\{\{/.test(tools.value.text)) {
        yield { at: tools.value.range, message: `CodeQL is taken from ${tools.value.text}` };
      }
    },
  },
};

const sources =
  /^(?:SECURE_ANALYZERS_PREFIX|SAST_ANALYZER_IMAGE_PREFIX|CS_ANALYZER_IMAGE|DAST_IMAGE|SECRETS_ANALYZER_IMAGE|DS_ANALYZER_IMAGE_PREFIX)$/;
/** The publisher's registry, or the one of the same instance. */
const trusted =
  /^(?:registry\.gitlab\.com\/(?:security-products|gitlab-org)|\$\{?CI_(?:TEMPLATE_)?(?:REGISTRY|SERVER|DEPENDENCY_PROXY)\w*\}?(?:\/|$))/;

function judge({ name, value, at, scope }: Variable): readonly Issue[] {
  // GitLab's scanners see what is set for the pipeline and for their job.
  if (scope === 'step') return [];
  if (!sources.test(name) || value === undefined || value.text === '' || trusted.test(value.text)) return [];
  return [{ at, message: `${name} takes the scanner from ${value.text}`, subject: name }];
}
