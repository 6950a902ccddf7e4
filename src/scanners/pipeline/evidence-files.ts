const evidence =
  /\.ya?ml$|(?:^|\/)(?:CODEOWNERS|Makefile|makefile|GNUmakefile|justfile|package\.json|\.npmrc|\.yarnrc\.yml|pip\.conf|uv\.toml|pyproject\.toml|config\.toml|ci\.lock|portcullis\.facts\.json|settings\.xml|nuget\.config|\.gitleaksignore|\.gitleaks\.toml|\.trivyignore|\.semgrepignore|\.snyk|osv-scanner\.toml|\.secrets\.baseline|\.bandit|\.checkov\.baseline|deny\.toml|brakeman\.ignore|sonar-project\.properties|audit-ci\.jsonc|kics\.config|renovate\.json5?|\.renovaterc(?:\.json5?)?)$|\.(?:sh|bash)$|(?:^|\/)(?:Dockerfile|Containerfile|Jenkinsfile)[^/]*$|\.(?:(?:tf|tofu|tfvars)(?:\.json)?|hcl|template)$/i;

/** Definitions, what they lead to (included files, scripts) and what decides about them (trust policies, owners). */
export function isEvidence(uri: string): boolean {
  return evidence.test(uri);
}

/** Longer JSON is no policy: templates of CloudFormation may have a million bytes. */
const longestPolicy = 1_000_000;
const written = /(?:^|\/)(?:package-lock|npm-shrinkwrap|tsconfig[^/]*)\.json$/;

/** Whether JSON may be a trust policy, which only its content tells. */
export function mayBePolicy(uri: string, size: number): boolean {
  return size <= longestPolicy && uri.endsWith('.json') && !written.test(uri);
}
