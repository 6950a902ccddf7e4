import { publishedWithout, textOfRelease } from '../../gates/publish-proof.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubRelease, gitlabRelease } from './release-examples.ts';

export const noProvenance: PipelineRule = {
  id: 'pipeline/no-provenance',
  title: 'Nothing says how it was built',
  severity: 'low',
  confidence: 'medium',
  cwe: [345],
  tags: ['CICD-SEC-9', 'SLSA-L1', 'SLSA-L2', 'SSDF-PS.3'],
  why: 'Without provenance a user can not check from which commit, by which pipeline and with which inputs it was made.',
  fix: 'Let the builder write it: `provenance: mode=max` or `--provenance`, an attestation of the platform, `RUNNER_GENERATE_ARTIFACTS_METADATA: "true"` on GitLab.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabRelease('docker push $IMAGE'),
    gitlabRelease('npm publish'),
    githubRelease('run: npm publish'),
    githubRelease(
      'uses: docker/build-push-action@v6\n        with:\n          push: true\n          provenance: false',
    ),
  ],
  good: [
    gitlabRelease('docker buildx build --provenance=mode=max --push -t $IMAGE .'),
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  RUNNER_GENERATE_ARTIFACTS_METADATA: "true"\npublish:\n  script: [npm publish]\n',
    },
    githubRelease('run: npm publish --provenance'),
    githubRelease('uses: docker/build-push-action@v6\n        with:\n          push: true'),
  ],
  checks: {
    *pipeline(pipeline) {
      const written = pipeline.jobs.some(({ variables }) =>
        variables.some(({ name, value }) => name === 'RUNNER_GENERATE_ARTIFACTS_METADATA' && value?.text === 'true'),
      );
      if (written) return;
      const attested = publishedWithout(pipeline, 'signature', (one) => {
        const text = textOfRelease(one);
        // BuildKit's action attests unless it is told not to.
        const builder = one.name === 'docker/build-push-action' && !/provenance: *false/.test(text);
        return builder || /--provenance(?!=false)|attestations: *true|pypa\/gh-action-pypi-publish/.test(text);
      });
      for (const { at, name } of attested) yield { at, message: `${name}: nothing tells how it was built` };
    },
  },
};
