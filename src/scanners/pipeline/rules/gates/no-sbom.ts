import { publishedWithout, textOfRelease } from '../../gates/publish-proof.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubRelease, gitlabRelease } from './release-examples.ts';

export const noSbom: PipelineRule = {
  id: 'pipeline/no-sbom',
  title: 'Published without a bill of materials',
  severity: 'low',
  confidence: 'medium',
  cwe: [1357],
  tags: ['CICD-SEC-9', 'SSDF-PS.3', 'CIS-4.1.2'],
  why: 'When the next vulnerability becomes known nobody can say which releases have the component in them.',
  fix: 'Write a CycloneDX or SPDX file for what is published (`portcullis sbom`, syft, trivy) and keep it with the release.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabRelease('docker push $IMAGE'),
    gitlabRelease('mvn deploy'),
    githubRelease('run: docker push ghcr.io/o/app:1.2'),
    githubRelease('uses: goreleaser/goreleaser-action@v6'),
  ],
  good: [
    gitlabRelease('syft $IMAGE -o cyclonedx-json > bom.json', 'docker push $IMAGE'),
    gitlabRelease('docker buildx build --sbom=true --push -t $IMAGE .'),
    githubRelease('run: docker push ghcr.io/o/app:1.2', 'uses: anchore/sbom-action@v0'),
    githubRelease('uses: docker/build-push-action@v6\n        with:\n          push: true\n          sbom: true'),
    {
      path: 'push/action.yml',
      code: 'name: push\ndescription: pushes\nruns:\n  using: composite\n  steps:\n    - run: docker push ghcr.io/o/app:1.2\n      shell: bash\n',
    },
  ],
  checks: {
    *pipeline(pipeline) {
      const made = /--sbom(?!=false)|--attest[= ]type=sbom|sbom: *true/;
      for (const { at, name } of publishedWithout(pipeline, 'sbom', (one) => made.test(textOfRelease(one)))) {
        yield { at, message: `${name}: no bill of materials is made of what is published` };
      }
    },
  },
};
