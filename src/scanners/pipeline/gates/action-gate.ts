import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { GateKind } from './gate-kind.ts';

/** An action that checks something. */
export interface ActionGate {
  /** Its repository, in lower case; actions in its folders count as well. */
  readonly name: string;
  readonly kinds: readonly GateKind[];
  /** Its input that decides whether findings fail it; undefined: they do. */
  readonly input?: {
    readonly name: string;
    /** The values, in lower case, with which it fails, or does not. */
    readonly fails?: RegExp;
    readonly passes?: RegExp;
    /** What to write to make it fail. */
    readonly set: string;
  };
}

/** Why findings do not fail an action, with the input to set; undefined when they do, or when nobody can tell. */
export function toothlessAction(
  { input }: ActionGate,
  inputs: YamlMap | undefined,
): { readonly reason: string; readonly set: string; readonly name: string } | undefined {
  if (!input) return undefined;
  const value = inputs?.text(input.name)?.trim().toLowerCase();
  if (value?.includes('${{')) return undefined;
  const passes = input.fails ? !input.fails.test(value ?? '') : input.passes?.test(value ?? '') === true;
  if (!passes) return undefined;
  const said = value === undefined ? `without ${input.name}` : `with ${input.name}: ${value}`;
  return { reason: `${said} it passes whatever it finds`, set: input.set, name: input.name };
}

const exitCode = { name: 'exit-code', fails: /^(?:[1-9]\d*|true)$/, set: '1' };
const softFail = { name: 'soft_fail', passes: /^true$/, set: 'false' };
const zap = { name: 'fail_action', fails: /^true$/, set: 'true' };

/** Facts from the `action.yml` of each. */
export const actionGates: readonly ActionGate[] = [
  { name: 'gitleaks/gitleaks-action', kinds: ['secrets'] },
  { name: 'trufflesecurity/trufflehog', kinds: ['secrets'] },
  { name: 'gitguardian/ggshield-action', kinds: ['secrets'] },
  { name: 'github/codeql-action/analyze', kinds: ['sast'] },
  { name: 'semgrep/semgrep-action', kinds: ['sast'] },
  { name: 'returntocorp/semgrep-action', kinds: ['sast'] },
  { name: 'sonarsource/sonarqube-scan-action', kinds: ['sast'] },
  { name: 'sonarsource/sonarcloud-github-action', kinds: ['sast'] },
  { name: 'securego/gosec', kinds: ['sast'], input: { name: 'args', passes: /-no-fail/, set: './...' } },
  {
    name: 'actions/dependency-review-action',
    kinds: ['sca', 'licenses'],
    input: { name: 'warn-only', passes: /^true$/, set: 'false' },
  },
  {
    name: 'google/osv-scanner-action',
    kinds: ['sca'],
    input: { name: 'fail-on-vuln', passes: /^false$/, set: 'true' },
  },
  { name: 'golang/govulncheck-action', kinds: ['sca'] },
  { name: 'rustsec/audit-check', kinds: ['sca'] },
  { name: 'embarkstudios/cargo-deny-action', kinds: ['sca', 'licenses'] },
  { name: 'snyk/actions/iac', kinds: ['iac'] },
  { name: 'snyk/actions/docker', kinds: ['image'] },
  { name: 'snyk/actions', kinds: ['sca'] },
  {
    name: 'dependency-check/dependency-check_action',
    kinds: ['sca'],
    input: { name: 'args', fails: /--failoncvss/, set: '--failOnCVSS 7' },
  },
  { name: 'pypa/gh-action-pip-audit', kinds: ['sca'] },
  { name: 'fsfe/reuse-action', kinds: ['licenses'] },
  { name: 'fossas/fossa-action', kinds: ['licenses'], input: { name: 'run-tests', fails: /^true$/, set: 'true' } },
  { name: 'aquasecurity/trivy-action', kinds: ['image'], input: exitCode },
  {
    name: 'anchore/scan-action',
    kinds: ['image'],
    input: { name: 'fail-build', passes: /^false$/, set: 'true' },
  },
  { name: 'docker/scout-action', kinds: ['image'], input: { ...exitCode, set: 'true' } },
  { name: 'bridgecrewio/checkov-action', kinds: ['iac'], input: softFail },
  { name: 'aquasecurity/tfsec-action', kinds: ['iac'], input: softFail },
  {
    name: 'checkmarx/kics-github-action',
    kinds: ['iac'],
    input: { name: 'ignore_on_exit', passes: /^(?:all|results)$/, set: 'none' },
  },
  { name: 'hadolint/hadolint-action', kinds: ['iac'], input: { name: 'no-fail', passes: /^true$/, set: 'false' } },
  { name: 'stackrox/kube-linter-action', kinds: ['iac'] },
  { name: 'zaproxy/action-baseline', kinds: ['dast'], input: zap },
  { name: 'zaproxy/action-full-scan', kinds: ['dast'], input: zap },
  { name: 'zaproxy/action-api-scan', kinds: ['dast'], input: zap },
  { name: 'zricethezav/gitleaks-action', kinds: ['secrets'] },
  { name: 'shiftleftsecurity/scan-action', kinds: ['sast'] },
  { name: 'bearer/bearer-action', kinds: ['sast'], input: { name: 'exit-code', passes: /^0$/, set: '1' } },
  { name: 'checkmarx/ast-github-action', kinds: ['sast'] },
  {
    name: 'veracode/veracode-pipeline-scan-action',
    kinds: ['sast'],
    input: { name: 'fail_build', passes: /^false$/, set: 'true' },
  },
  { name: 'pmd/pmd-github-action', kinds: ['sast'] },
  { name: 'pyupio/safety-action', kinds: ['sca'] },
  { name: 'actions-rust-lang/audit', kinds: ['sca'] },
  { name: 'oss-review-toolkit/ort-ci-github-action', kinds: ['licenses', 'sca'] },
  { name: 'apache/skywalking-eyes', kinds: ['licenses'] },
  { name: 'tenable/terrascan-action', kinds: ['iac'] },
  { name: 'azure/container-scan', kinds: ['image'] },
  { name: 'erzz/dockle-action', kinds: ['image'], input: { name: 'exit-code', fails: /^[1-9]\d*$/, set: '1' } },
  {
    name: 'sysdiglabs/scan-action',
    kinds: ['image'],
    input: { name: 'stop-on-failed-policy-eval', fails: /^true$/, set: 'true' },
  },
  { name: 'kubescape/github-action', kinds: ['iac'], input: { name: 'severityThreshold', fails: /^\w/, set: 'high' } },
  { name: 'zaproxy/action-af', kinds: ['dast'] },
  { name: 'stackhawk/hawkscan-action', kinds: ['dast'] },
  { name: 'projectdiscovery/nuclei-action', kinds: ['dast'] },
  { name: 'portswigger/dastardly-github-action', kinds: ['dast'] },
  { name: 'cyclonedx/gh-node-module-generatebom', kinds: ['sbom'] },
  { name: 'cyclonedx/gh-python-generate-sbom', kinds: ['sbom'] },
  { name: 'cyclonedx/gh-dotnet-generate-sbom', kinds: ['sbom'] },
  { name: 'anchore/sbom-action', kinds: ['sbom'] },
  { name: 'cyclonedx/gh-gomod-generate-sbom', kinds: ['sbom'] },
  { name: 'sigstore/gh-action-sigstore-python', kinds: ['signature'] },
  { name: 'actions/attest-build-provenance', kinds: ['signature'] },
  { name: 'actions/attest-sbom', kinds: ['sbom', 'signature'] },
  { name: 'actions/attest', kinds: ['signature'] },
  { name: 'slsa-framework/slsa-github-generator', kinds: ['signature'] },
];
