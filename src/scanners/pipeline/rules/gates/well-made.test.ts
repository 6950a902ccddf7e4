import { expect, test } from 'vitest';
import { createAudit } from '../../audit/create-audit.ts';
import { runRules } from '../../audit/run-rules.ts';
import { CollectedFiles } from '../../collected-files.ts';
import { readPipelines } from '../../read-pipelines.ts';
import { gatesRules } from '../gates.ts';
import { pinsRules } from '../pins.ts';
import { runnersRules } from '../runners.ts';

const digest = (name: string) => `${name}@sha256:${'ab'.repeat(32)}`;
const commit = 'cd'.repeat(20);

const gitlab = `
stages: [test, build, scan, publish, deploy, verify]
variables:
  IMAGE: $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
gates:
  stage: test
  image: ${digest('registry.example.com/tools/gates:1.4.2')}
  variables:
    GIT_DEPTH: 0
  script:
    - gitleaks git --redact --report-path leaks.json
    - semgrep ci
    - osv-scanner scan -L package-lock.json
    - checkov -d infra
    - license_finder
  artifacts:
    access: developer
    expire_in: 1 week
    reports:
      secret_detection: leaks.json
build:
  stage: build
  image: ${digest('quay.io/buildah/stable:v1.39.0')}
  script:
    - buildah bud -t $IMAGE .
    - trivy image --exit-code 1 --severity HIGH,CRITICAL $IMAGE
    - syft $IMAGE -o cyclonedx-json > bom.json
    - buildah push $IMAGE
    - cosign sign --yes $IMAGE
deploy:
  stage: deploy
  image: ${digest('registry.example.com/tools/kubectl:1.31.4')}
  environment: production
  resource_group: production
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_DEPLOY_FREEZE == null
      when: manual
  script:
    - cosign verify $IMAGE
    - kubectl set image deployment/app app=$IMAGE
    - kubectl rollout status deployment/app
dast:
  stage: verify
  image: ${digest('zaproxy/zap-stable:2.16.1')}
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - zap-baseline.py -t https://example.com
`;

const github = `
on:
  push:
    branches: [main]
permissions: {}
jobs:
  gates:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${commit} # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - run: gitleaks git --redact
      - uses: aquasecurity/trivy-action@${commit} # v0.35.0
        with:
          scan-type: fs
          exit-code: '1'
  publish:
    needs: gates
    runs-on: ubuntu-24.04
    steps:
      - uses: docker/build-push-action@${commit} # v6.15.0
        with:
          push: true
          sbom: true
          tags: ghcr.io/o/app:\${{ github.sha }}
`;

test.each([
  ['.gitlab-ci.yml', gitlab],
  ['.github/workflows/release.yml', github],
])('a well-made pipeline gives no finding: %s', (path, code) => {
  const files = new CollectedFiles();
  files.add(path, code);
  const rules = [...gatesRules, ...pinsRules, ...runnersRules].filter(({ pedantic }) => pedantic !== true);
  const statements = [...runRules(rules, readPipelines(files), createAudit(files, new Date('2026-06-01')))];
  const findings = statements.flatMap(({ rule, verdict }) =>
    'undecided' in verdict ? [] : [`${rule.id}: ${verdict.message}`],
  );
  expect(findings).toEqual([]);
});
