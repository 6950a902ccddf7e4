/**
 * Images that start a program of their own instead of a shell, by their publishers' Dockerfiles; the name's end is
 * compared. GitLab's Docker runner hands its shell to that program as arguments (GitLab documentation, "Run your CI/CD
 * jobs in Docker containers", override the entrypoint of an image).
 */
export const imageEntrypoints: ReadonlyMap<string, string> = new Map([
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
]);
