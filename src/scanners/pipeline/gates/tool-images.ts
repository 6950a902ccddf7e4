type Started = readonly [image: string, program: string];

/** Scanners by their publishers' own images, which start the scanner instead of a shell; names by their end. */
const startedScanners: readonly Started[] = [
  ['aquasec/trivy', 'trivy'],
  ['aquasecurity/trivy', 'trivy'],
  ['zricethezav/gitleaks', 'gitleaks'],
  ['gitleaks/gitleaks', 'gitleaks'],
  ['trufflesecurity/trufflehog', 'trufflehog'],
  ['owasp/dependency-check', 'dependency-check.sh'],
  ['bridgecrew/checkov', 'checkov'],
  ['tfsec/tfsec', 'tfsec'],
  ['aquasec/tfsec', 'tfsec'],
  ['checkmarx/kics', 'kics'],
  ['projectdiscovery/nuclei', 'nuclei'],
];

/** Scanners whose images have a shell to start, or none at all. */
const otherScanners: readonly Started[] = [
  ['anchore/grype', 'grype'],
  ['anchore/syft', 'syft'],
  ['goodwithtech/dockle', 'dockle'],
  ['hadolint/hadolint', 'hadolint'],
  ['semgrep/semgrep', 'semgrep'],
  ['returntocorp/semgrep', 'semgrep'],
  ['sonarsource/sonar-scanner-cli', 'sonar-scanner'],
  ['zaproxy/zap-stable', 'zap-baseline.py'],
  ['zaproxy/zaproxy', 'zap-baseline.py'],
  ['google/osv-scanner', 'osv-scanner'],
  ['stackrox/kube-linter', 'kube-linter'],
  ['trufflehog/trufflehog', 'trufflehog'],
];

/** Other programs that their images start instead of a shell. */
const startedPrograms: readonly Started[] = [
  ['infracost/infracost', 'infracost'],
  ['hashicorp/terraform', 'terraform'],
  ['opentofu/opentofu', 'tofu'],
  ['hashicorp/packer', 'packer'],
  ['kaniko-project/executor', 'executor'],
  ['amazon/aws-cli', 'aws'],
  ['bitnami/kubectl', 'kubectl'],
  ['alpine/helm', 'helm'],
  ['alpine/git', 'git'],
  ['rclone/rclone', 'rclone'],
  ['mikefarah/yq', 'yq'],
  ['minio/mc', 'mc'],
];

/** The scanner that an image is there for. */
export const toolImages: ReadonlyMap<string, string> = new Map([...startedScanners, ...otherScanners]);

/**
 * Images that start a program of their own instead of a shell, by their publishers' Dockerfiles. GitLab's Docker runner
 * hands its shell to that program as arguments (GitLab documentation, "Run your CI/CD jobs in Docker containers",
 * override the entrypoint of an image).
 */
export const imageEntrypoints: ReadonlyMap<string, string> = new Map([...startedScanners, ...startedPrograms]);
