import type { PipelineRule } from '../../rule.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import { githubRelease, gitlabRelease } from './release-examples.ts';

export const trustedPublishing: PipelineRule = {
  id: 'pipeline/trusted-publishing',
  title: 'Package is published with a token that lasts',
  severity: 'medium',
  confidence: 'medium',
  cwe: [522, 798],
  tags: ['CICD-SEC-6', 'CICD-SEC-9', 'SLSA-L3'],
  why: 'Whoever reads the token once can publish under this name from anywhere, until somebody notices.',
  fix: 'Let the registry trust the identity of this pipeline (trusted publishing of PyPI, npm, RubyGems, crates.io) and delete the token.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabRelease('twine upload -u __token__ -p $PYPI_TOKEN dist/*'),
    gitlabRelease('cargo publish --token $CRATES_TOKEN'),
    githubRelease('uses: pypa/gh-action-pypi-publish@v1\n        with:\n          password: ${{ secrets.PYPI }}'),
    githubRelease('run: npm publish\n        env:\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}'),
  ],
  good: [
    gitlabRelease('twine upload --repository-url ${CI_API_V4_URL}/projects/1/packages/pypi -p $CI_JOB_TOKEN dist/*'),
    gitlabRelease('twine check dist/*'),
    githubRelease('uses: pypa/gh-action-pypi-publish@v1'),
    githubRelease('run: npm publish --provenance'),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const release of findReleases(pipeline)) {
        const token = release.what === 'package' ? tokenOf(release) : undefined;
        if (token !== undefined)
          yield {
            at: release.at,
            message: `${release.name} uses ${token}, which somebody keeps and anybody who reads it can use`,
          };
      }
    },
  },
};

const publicRegistry = /^(?:twine|npm|pnpm|yarn|cargo|gem|poetry|uv|flit)\b|pypi-publish|publish-crates|npm-publish/;

function tokenOf({ name, command, step }: Release): string | undefined {
  if (!publicRegistry.test(name)) return undefined;
  const text = command?.args.map((word) => word.text).join(' ') ?? '';
  if (/CI_JOB_TOKEN|packages\/|--repository-url|npm\.pkg\.github\.com/.test(text)) return undefined;
  const given = /(?:-p|--password|--token)[= ]["']?\$\{?(?<variable>\w+)/.exec(text)?.groups?.['variable'];
  if (given !== undefined) return `$${given}`;
  const inputs = step?.kind === 'use' ? (step.inputs?.entries ?? []) : [];
  const secrets = [
    ...inputs.map(({ value }) => (value.kind === 'scalar' ? value.text : '')),
    ...(step?.variables ?? []).map(({ value }) => value?.text ?? ''),
  ];
  return secrets
    .map((one) => /secrets\.(?!GITHUB_TOKEN)(?<secret>\w+)/.exec(one)?.groups?.['secret'])
    .find((one) => one !== undefined);
}
