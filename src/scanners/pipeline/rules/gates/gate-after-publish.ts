import type { Audit } from '../../audit/audit.ts';
import { jobOrder } from '../../audit/job-order.ts';
import { findGates, type Gate } from '../../gates/find-gates.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import { examines } from '../../gates/gate-kind.ts';
import { scanFirst } from '../../gates/scan-first.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

export const gateAfterPublish: PipelineRule = {
  id: 'pipeline/gate-after-publish',
  title: 'Release does not wait for a gate',
  severity: 'high',
  confidence: 'high',
  cwe: [367, 693],
  tags: ['CICD-SEC-9', 'CICD-SEC-1', 'SLSA-L2'],
  why: 'The gate says no when users have it already: from the push on everybody who pulls that name gets it, a deployment that runs beside the scan is done before it ends.',
  fix: 'Let the release need its gates (stages or `needs`). Scan an image before it is pushed (from the local daemon, an archive, or a staging repository that nothing deploys from), then push the same digest.',
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
    {
      path: '.gitlab-ci.yml',
      code: 'sast:\n  stage: test\n  script: [semgrep ci]\ndeploy:\n  stage: deploy\n  needs: []\n  script: [./deploy.sh]\n  environment: production\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: semgrep ci\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: helm upgrade app ./chart\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'sast:\n  stage: test\n  script: [semgrep ci]\ndeploy:\n  stage: deploy\n  needs: [sast]\n  script: [./deploy.sh]\n  environment: production\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: semgrep ci\n  deploy:\n    needs: scan\n    runs-on: ubuntu-24.04\n    steps:\n      - run: helm upgrade app ./chart\n',
    },

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
    *pipeline(pipeline, audit) {
      const order = jobOrder(pipeline);
      const gates = findGates(pipeline).filter(({ kinds }) => kinds.some((kind) => examines(kind) && kind !== 'dast'));
      const isBefore = (gate: Gate, release: Release): boolean =>
        gate.job === release.job ? gate.at.start < release.at.start : order.before(release.job).has(gate.job);
      for (const release of findReleases(pipeline)) {
        if (release.kind !== 'publish' || release.what !== 'image') continue;
        const scan = scanBehind(release, gates, isBefore);
        if (!scan) continue;
        const fix = scanFirst(release, scan, pipeline, audit);
        yield { ...pushedFirst(release, scan), ...(fix && { fixes: [fix] }) };
      }
      yield* unawaited(pipeline, audit, gates, isBefore);
    },
  },
};

type Order = (gate: Gate, release: Release) => boolean;

/** The first scan of an image, when none comes before the release. */
function scanBehind(release: Release, gates: readonly Gate[], isBefore: Order): Gate | undefined {
  const scans = gates.filter(({ kinds }) => kinds.includes('image'));
  return scans.some((scan) => isBefore(scan, release)) ? undefined : scans[0];
}

function pushedFirst({ at, name, job }: Release, scan: Gate): Issue {
  return {
    at,
    message: `${name} in ${job.name} does not wait for ${scan.name} in ${scan.job.name}`,
    path: [
      { at, message: `${job.name} publishes the image` },
      { at: scan.at, message: `${scan.job.name} scans it only then` },
    ],
  };
}

/** Deployments beside which a gate of the same pipeline runs, or after which it does. */
function* unawaited(pipeline: Pipeline, audit: Audit, gates: readonly Gate[], isBefore: Order): Generator<Issue> {
  const matrix = audit.scenarios(pipeline);
  const reported = new Set<string>();
  for (const release of findReleases(pipeline)) {
    if (release.kind !== 'deploy') continue;
    for (const gate of gates) {
      const others = gates.filter(({ kinds }) => gate.kinds.some((kind) => kinds.includes(kind)));
      const key = `${release.job.name} ${gate.job.name}`;
      if (reported.has(key) || others.some((other) => isBefore(other, release))) continue;
      // Where they never run together another rule speaks.
      const runs = matrix.runsOf(gate.job);
      const together = matrix.runsOf(release.job).some((run, index) => run.runs !== 'no' && runs[index]?.runs !== 'no');
      if (!together && matrix.scenarios.length > 0) continue;
      reported.add(key);
      yield {
        at: release.job.body.entry('needs')?.key.range ?? release.at,
        message: `${release.job.name} (${release.name}) does not wait for ${gate.name} in ${gate.job.name}`,
        subject: key,
      };
    }
  }
}
