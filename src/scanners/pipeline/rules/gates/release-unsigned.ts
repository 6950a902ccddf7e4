import { publishedWithout, textOfRelease } from '../../gates/publish-proof.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubRelease, gitlabRelease } from './release-examples.ts';

export const releaseUnsigned: PipelineRule = {
  id: 'pipeline/release-unsigned',
  title: 'Published without a signature',
  severity: 'medium',
  confidence: 'medium',
  cwe: [353, 345],
  tags: ['CICD-SEC-9', 'SLSA-L2', 'SSDF-PS.2', 'CIS-4.1.1'],
  why: 'Nobody who gets it can tell whether it comes from this pipeline or from somebody who got into the registry.',
  fix: "Sign it where it is built (`cosign sign` with the identity of the job, or the registry's own provenance), and verify it before it is deployed.",
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabRelease('docker push $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA'),
    gitlabRelease('helm push app-1.tgz oci://registry.example.com'),
    githubRelease('run: docker push ghcr.io/o/app:1.2'),
    githubRelease('uses: softprops/action-gh-release@v2'),
  ],
  good: [
    gitlabRelease('docker push $IMAGE', 'cosign sign --yes $IMAGE'),
    gitlabRelease('docker build -t app .'),
    githubRelease('run: docker push ghcr.io/o/app:1.2', 'uses: actions/attest-build-provenance@v2'),
    githubRelease('run: npm publish --provenance'),
  ],
  checks: {
    *pipeline(pipeline) {
      const signs =
        /--provenance(?!=false)|--sign\b|provenance: *(?:true|mode)|attestations: *true|gpg|pypa\/gh-action-pypi-publish/;
      for (const { at, name } of publishedWithout(pipeline, 'signature', (one) => signs.test(textOfRelease(one)))) {
        yield { at, message: `${name}: nothing signs what is published` };
      }
    },
  },
};
