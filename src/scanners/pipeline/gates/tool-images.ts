/** The program that an image starts, by the end of its name; their publishers' own images. */
export const toolImages: ReadonlyMap<string, string> = new Map([
  ['aquasec/trivy', 'trivy'],
  ['aquasecurity/trivy', 'trivy'],
  ['zricethezav/gitleaks', 'gitleaks'],
  ['gitleaks/gitleaks', 'gitleaks'],
  ['trufflesecurity/trufflehog', 'trufflehog'],
  ['owasp/dependency-check', 'dependency-check.sh'],
  ['bridgecrew/checkov', 'checkov'],
  ['anchore/grype', 'grype'],
  ['anchore/syft', 'syft'],
  ['tfsec/tfsec', 'tfsec'],
  ['aquasec/tfsec', 'tfsec'],
  ['checkmarx/kics', 'kics'],
  ['goodwithtech/dockle', 'dockle'],
  ['hadolint/hadolint', 'hadolint'],
]);
