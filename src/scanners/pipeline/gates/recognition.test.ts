import { expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readGitlabPipelines } from '../gitlab/read-gitlab.ts';
import { findGates } from './find-gates.ts';
import { findReleases } from './find-releases.ts';

function pipelineOf(command: string, ...before: readonly string[]) {
  const code = `job:\n  script:\n${[...before, command].map((line) => `    - ${JSON.stringify(line)}\n`).join('')}`;
  const [pipeline] = readGitlabPipelines(new SourceText('.gitlab-ci.yml', code), new CollectedFiles());
  if (!pipeline) throw new Error('a pipeline was written');
  return pipeline;
}

test.each([
  ['gitleaks detect --source .', 'secrets'],
  ['/usr/share/dependency-check/bin/dependency-check.sh --scan .', 'sca'],
  ['trivy --cache-dir .trivy image $IMAGE', 'image'],
  ['trivy image --format cyclonedx -o bom.json $IMAGE', 'sbom'],
  ['npx --yes retire@5', 'sca'],
  ['poetry run bandit -r src', 'sast'],
  ['yarn npm audit --all', 'sca'],
  ['kubectl rollout status deployment/app', 'verification'],
  ['docker run --rm -v $PWD:/src aquasec/trivy:0.60.0 fs --exit-code 1 /src', 'sca'],
  ['docker run --rm -v $PWD:/src semgrep/semgrep semgrep scan --error', 'sast'],
  ['docker run owasp/dependency-check:12.1.0 --scan /src --failOnCVSS 7', 'sca'],
  ['snyk container test $IMAGE', 'image'],
  ['python3 -m bandit -r src', 'sast'],
  ['python -m pip_audit', 'sca'],
  ['bundle exec license_finder', 'licenses'],
  ['go run github.com/securego/gosec/v2/cmd/gosec@v2.22.0 ./...', 'sast'],
  ['go run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ./...', 'sca'],
  ['pnpm dlx audit-ci --high', 'sca'],
  ['./mvnw -B org.owasp:dependency-check-maven:check', 'sca'],
  ['./gradlew dependencyCheckAnalyze', 'sca'],
  ['dotnet list package --vulnerable --include-transitive', 'sca'],
  ['mix deps.audit', 'sca'],
  ['reuse lint', 'licenses'],
  ['go-licenses check ./...', 'licenses'],
  ['kubescape scan --severity-threshold high k8s', 'iac'],
  ['kube-score score k8s/*.yaml', 'iac'],
  ['wizcli docker scan --image $IMAGE', 'image'],
  ['schemathesis run openapi.yaml', 'dast'],
  ['./gradlew cyclonedxBom', 'sbom'],
  ['npm sbom --sbom-format cyclonedx', 'sbom'],
  ['notation sign $IMAGE', 'signature'],
  ['gpg --batch --detach-sign dist/app.tar.gz', 'signature'],
  ['argocd app wait app --health', 'verification'],
  ['trivy filesystem --scanners vuln,license --exit-code 1 .', 'licenses'],
  ['trivy fs --scanners=license --exit-code 1 .', 'licenses'],
  ['trivy fs --exit-code 1 .', 'sca'],
  ['trivy fs --scanners misconfig --exit-code 1 .', 'iac'],
  ['portcullis gate deploy', 'verification'],
  ['npx portcullis gate build', 'dast'],
  ['portcullis scan --only secrets', 'secrets'],
])('%s is a gate (%s)', (command, kind) => {
  expect(findGates(pipelineOf(command)).flatMap(({ kinds }) => kinds)).toContain(kind);
});

test('a scan for one scanner is no gate of another kind', () => {
  expect(findGates(pipelineOf('portcullis scan --only sca')).flatMap(({ kinds }) => kinds)).toEqual(['sca']);
});

test('a scanner’s own image, where a script of the repository calls it', () => {
  const code =
    'job:\n  image: aquasec/trivy:0.69.3\n  script: [./ci/scan.sh]\nother:\n  image: aquasec/trivy:0.69.3\n  script: [echo]\n';
  const [pipeline] = readGitlabPipelines(new SourceText('.gitlab-ci.yml', code), new CollectedFiles());
  expect(pipeline && findGates(pipeline).map(({ job, kinds }) => [job.name, kinds])).toEqual([
    ['job', ['sca', 'licenses', 'iac', 'secrets', 'image']],
  ]);
});

test.each([
  'gitleaks version',
  'npm audit fix',
  'npm run audit',
  'kubectl rollout restart deployment/app',
  'cargo install cargo-audit',
  'echo trivy image app',
  'python3 -m http.server',
  'go run ./cmd/bandit',
  'mvn -B verify',
  'gpg --import key.asc',
  'dotnet list package',
  'docker run --rm example/app:1 npm test',
])('%s is no gate', (command) => {
  expect(findGates(pipelineOf(command))).toEqual([]);
});

test.each([
  ['docker push $IMAGE', 'publish'],
  ['docker buildx build --push -t $IMAGE .', 'publish'],
  ['/kaniko/executor --context . --destination $IMAGE', 'publish'],
  ['mvn -B deploy', 'publish'],
  [
    'curl --header "JOB-TOKEN: x" --upload-file a.zip "$CI_API_V4_URL/projects/1/packages/generic/a/1/a.zip"',
    'publish',
  ],
  ['helm upgrade --install app ./chart', 'deploy'],
  ['terraform -chdir=infra apply plan.out', 'deploy'],
  ['ssh deploy@example.com "docker compose pull && docker compose up -d"', 'deploy'],
])('%s releases (%s)', (command, kind) => {
  expect(findReleases(pipelineOf(command)).map((one) => one.kind)).toEqual([kind]);
});

test.each([
  ['docker build -t $IMAGE .'],
  ['npm publish --dry-run'],
  ['goreleaser check'],
  ['kubectl get pods'],
  ['kubectl apply -f k8s', 'kind create cluster'],
])('%s releases nothing', (...commands) => {
  const [command = '', ...before] = commands;
  expect(findReleases(pipelineOf(command, ...before))).toEqual([]);
});
