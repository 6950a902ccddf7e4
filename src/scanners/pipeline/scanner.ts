import type { Scanner } from '../../model/scanner.ts';

/** Audits the definition of the pipeline itself: what an outsider, a contributor or a careless author can do with it. */
export const pipelineScanner: Scanner = {
  id: 'pipeline',
  title: 'Pipeline definition',
  accepts: ['directory', 'files', 'staged', 'commits', 'tree', 'stdin'],
  scope: 'project',
  maxBytes: 5_000_000,
  async rules() {
    return (await import('./rules/all.ts')).pipelineRules;
  },
  wants: ({ uri }) => isEvidence(uri),
  async start(context) {
    const { PipelineScan } = await import('./pipeline-scan.ts');
    return new PipelineScan(context);
  },
};

const evidence =
  /\.ya?ml$|(?:^|\/)(?:CODEOWNERS|Makefile|makefile|GNUmakefile|justfile|package\.json|\.npmrc|\.yarnrc\.yml|pip\.conf|uv\.toml|pyproject\.toml|config\.toml|ci\.lock|portcullis\.facts\.json|settings\.xml|nuget\.config|renovate\.json5?|\.renovaterc(?:\.json5?)?)$|\.(?:sh|bash)$|(?:^|\/)(?:Dockerfile|Containerfile|Jenkinsfile)[^/]*$|\.(?:tf|hcl)$/i;

/** Definitions, what they lead to (included files, scripts) and what decides about them (trust policies, owners). */
function isEvidence(uri: string): boolean {
  return evidence.test(uri);
}
