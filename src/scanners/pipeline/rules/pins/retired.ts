/** Where something went that its publisher no longer maintains under the old name. */
export interface Retirement {
  readonly now: string;
  readonly why: string;
}

/** Images by name without tag. Facts from their publishers' own announcements. */
export const retiredImages: ReadonlyMap<string, Retirement> = new Map([
  ['zricethezav/gitleaks', { now: 'ghcr.io/gitleaks/gitleaks', why: 'the project moved to its own organisation' }],
  ['returntocorp/semgrep', { now: 'semgrep/semgrep', why: 'the publisher was renamed' }],
  ['returntocorp/semgrep-agent', { now: 'semgrep/semgrep', why: 'the agent was retired' }],
  ['aquasec/tfsec', { now: 'aquasec/trivy', why: 'tfsec became part of Trivy' }],
  ['tfsec/tfsec', { now: 'aquasec/trivy', why: 'tfsec became part of Trivy' }],
  ['wata727/tflint', { now: 'ghcr.io/terraform-linters/tflint', why: 'the project moved' }],
  ['owasp/zap2docker-stable', { now: 'zaproxy/zap-stable', why: 'ZAP left OWASP' }],
  ['owasp/zap2docker-weekly', { now: 'zaproxy/zap-weekly', why: 'ZAP left OWASP' }],
  ['owasp/zap2docker-bare', { now: 'zaproxy/zap-bare', why: 'ZAP left OWASP' }],
  [
    'gcr.io/kaniko-project/executor',
    { now: 'a maintained builder such as buildkit or buildah', why: 'the repository was archived' },
  ],
  ['openjdk', { now: 'eclipse-temurin', why: 'the official image is deprecated' }],
  ['java', { now: 'eclipse-temurin', why: 'the official image is deprecated' }],
  ['centos', { now: 'a distribution that is maintained', why: 'the distribution ended' }],
  ['lachlanevenson/k8s-kubectl', { now: 'registry.k8s.io/kubectl', why: 'the repository was archived' }],
  ['dockersec/tfsec', { now: 'aquasec/trivy', why: 'tfsec became part of Trivy' }],
]);

/** Actions by repository. */
export const retiredActions: ReadonlyMap<string, Retirement> = new Map([
  ['actions/create-release', { now: 'the gh program', why: 'the repository is archived' }],
  ['actions/upload-release-asset', { now: 'the gh program', why: 'the repository is archived' }],
  ['actions/setup-ruby', { now: 'ruby/setup-ruby', why: 'the repository is archived' }],
  ['actions-rs/toolchain', { now: 'rustup', why: 'the repository is archived' }],
  ['actions-rs/cargo', { now: 'cargo itself', why: 'the repository is archived' }],
  ['actions-rs/clippy-check', { now: 'cargo clippy', why: 'the repository is archived' }],
  ['actions-rs/audit-check', { now: 'rustsec/audit-check', why: 'the repository is archived' }],
  ['returntocorp/semgrep-action', { now: 'semgrep ci', why: 'the action was retired' }],
  ['aquasecurity/tfsec-action', { now: 'aquasecurity/trivy-action', why: 'tfsec became part of Trivy' }],
]);
