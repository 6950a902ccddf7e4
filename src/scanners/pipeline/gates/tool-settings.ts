import type { Gate } from './find-gates.ts';
import { optionValue } from '../rules/pins/arguments.ts';

interface Settings {
  /** The first word of the tool's or action's name. */
  readonly tool: RegExp;
  /** Files that it reads without being told. */
  readonly files: readonly string[];
  /** Options and inputs that name such a file. */
  readonly options: readonly string[];
}

/** What decides which findings of a tool count: its rules, what it ignores, what it has accepted. From their manuals. */
const settings: readonly Settings[] = [
  {
    tool: /gitleaks/,
    files: ['.gitleaks.toml', '.gitleaksignore'],
    options: ['--config', '-c', '--baseline-path', '-b', '--gitleaks-ignore-path', '-i'],
  },
  { tool: /trufflehog/, files: [], options: ['--exclude-paths', '-x', '--config'] },
  { tool: /detect-secrets/, files: ['.secrets.baseline'], options: ['--baseline'] },
  { tool: /ggshield/, files: ['.gitguardian.yaml', '.gitguardian.yml'], options: ['--config-path', '-c'] },
  { tool: /semgrep/, files: ['.semgrepignore', '.semgrep.yml', '.semgrep.yaml'], options: ['--config', '-c', '-f'] },
  { tool: /bandit/, files: ['.bandit', 'bandit.yaml'], options: ['--configfile', '-c', '--baseline', '-b', '--ini'] },
  { tool: /codeql/, files: ['.github/codeql/codeql-config.yml'], options: ['config-file'] },
  { tool: /sonar/, files: ['sonar-project.properties'], options: [] },
  { tool: /brakeman/, files: ['config/brakeman.ignore'], options: ['-i', '--ignore-config', '-c', '--config-file'] },
  {
    tool: /trivy/,
    files: ['.trivyignore', '.trivyignore.yaml', 'trivy.yaml'],
    options: ['--ignorefile', '--config', '--ignore-policy', 'trivyignores', 'trivy-config', 'ignore-policy'],
  },
  { tool: /grype|anchore\/scan/, files: ['.grype.yaml'], options: ['--config', '-c', 'config'] },
  { tool: /snyk/, files: ['.snyk'], options: ['--policy-path'] },
  { tool: /osv-scanner/, files: ['osv-scanner.toml'], options: ['--config'] },
  { tool: /dependency-check/, files: [], options: ['--suppression'] },
  { tool: /dependency-review/, files: [], options: ['config-file'] },
  { tool: /cargo deny|cargo-deny/, files: ['deny.toml'], options: ['--config'] },
  { tool: /audit-ci/, files: ['audit-ci.jsonc', 'audit-ci.json'], options: ['--config'] },
  {
    tool: /checkov/,
    files: ['.checkov.yml', '.checkov.yaml', '.checkov.baseline'],
    options: ['--config-file', '--baseline', 'config_file', 'baseline'],
  },
  { tool: /tfsec/, files: ['.tfsec/config.yml', '.tfsec/config.json'], options: ['--config-file'] },
  { tool: /kics/, files: ['kics.config'], options: ['--config', 'config_path'] },
  { tool: /tflint/, files: ['.tflint.hcl'], options: ['--config', '-c'] },
  { tool: /hadolint/, files: ['.hadolint.yaml', '.hadolint.yml'], options: ['--config', '-c', 'config'] },
  { tool: /kube-linter/, files: ['.kube-linter.yaml', '.kube-linter.yml'], options: ['--config', 'config'] },
  { tool: /ZAP|zaproxy/, files: [], options: ['-c', 'rules_file_name'] },
  { tool: /license_finder/, files: ['doc/dependency_decisions.yml'], options: ['--decisions-file'] },
];

/** The files of the checkout that decide what a gate lets pass, as far as they are known to be there. */
export function settingsOf({ name, run, use }: Gate, isThere: (path: string) => boolean): readonly string[] {
  const known = settings.find(({ tool }) => tool.test(name));
  if (!known) return [];
  const given = known.options.flatMap(
    (option) => (run ? optionValue(run.command, option) : use?.step.inputs?.text(option)) ?? [],
  );
  const named = given.filter((path) => /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)*\.\w+$/.test(path) && !path.startsWith('..'));
  return [...new Set([...named.map((path) => path.replace(/^\.\//, '')), ...known.files.filter(isThere)])];
}
