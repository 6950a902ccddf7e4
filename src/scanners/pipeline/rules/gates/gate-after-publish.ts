import { findGates } from '../../gates/find-gates.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { jobOrder } from '../../audit/job-order.ts';
import type { PipelineRule } from '../../rule.ts';

export const gateAfterPublish: PipelineRule = {
  id: 'pipeline/gate-after-publish',
  title: 'Image is published before it is scanned',
  severity: 'high',
  confidence: 'high',
  cwe: [367, 693],
  tags: ['CICD-SEC-9', 'CICD-SEC-1', 'SLSA-L2'],
  why: 'From the push on everybody who pulls that name gets it, whatever the scan says later; nothing takes it back.',
  fix: 'Scan the image before it is pushed (from the local daemon, an archive, or a staging repository that nothing deploys from), then push the same digest.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'stages: [build, scan]\nbuild:\n  stage: build\n  script:\n    - docker build -t $IMAGE .\n    - docker push $IMAGE\nscan:\n  stage: scan\n  script:\n    - trivy image --exit-code 1 $IMAGE\n',
    },
    { path: '.gitlab-ci.yml', code: 'a:\n  script:\n    - docker push $IMAGE\n    - grype --fail-on high $IMAGE\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n  scan:\n    needs: build\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 app\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker push app\n      - uses: aquasecurity/trivy-action@master\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'a:\n  script:\n    - docker build -t $IMAGE .\n    - trivy image --exit-code 1 $IMAGE\n    - docker push $IMAGE\n',
    },
    { path: '.gitlab-ci.yml', code: 'a:\n  script:\n    - docker push $IMAGE\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 app\n      - run: docker push app\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: false\n          load: true\n      - run: trivy image app\n',
    },
  ],
  checks: {
    *pipeline(pipeline) {
      const order = jobOrder(pipeline);
      const scans = findGates(pipeline).filter(({ kinds }) => kinds.includes('image'));
      for (const release of findReleases(pipeline)) {
        if (release.kind !== 'publish' || release.what !== 'image') continue;
        const before = scans.some((scan) =>
          scan.job === release.job ? scan.at.start < release.at.start : order.before(release.job).has(scan.job),
        );
        const after = scans.find((scan) =>
          scan.job === release.job ? scan.at.start > release.at.start : order.before(scan.job).has(release.job),
        );
        if (before || !after) continue;
        yield {
          at: release.at,
          message: `${release.name} in ${release.job.name} comes before ${after.name} in ${after.job.name}`,
          path: [
            { at: release.at, message: `${release.job.name} publishes the image` },
            { at: after.at, message: `${after.job.name} scans it only then` },
          ],
        };
      }
    },
  },
};
