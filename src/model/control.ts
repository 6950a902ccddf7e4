/** The platforms whose pipelines are audited in depth. */
export type Platform = 'gitlab' | 'github';

interface ControlEntry {
  readonly id: string;
  /** The heading that it belongs to. */
  readonly group: string;
  /** What a delivery pipeline has, does or keeps from happening. */
  readonly text: string;
  /** Why no rule can speak of it there, and what does instead. */
  readonly outside?: Partial<Readonly<Record<Platform, string>>>;
}

const byTheHook = '`portcullis hook install` runs linters and formatters named in portcullis.yaml on staged files';
const atRunTime = 'what runs is watched where it runs; `portcullis gate post-deploy` judges what was deployed';
const byTheInstance = 'access is logged by the platform and by the secrets manager, whose settings no project sees';

/** What a secure delivery pipeline consists of, stage by stage: gates, handling of secrets, practices, risks. */
export const controls = [
  { id: 'pre-commit-secrets', group: 'Gate: pre-commit', text: 'secrets are found before they are committed' },
  {
    id: 'pre-commit-lint',
    group: 'Gate: pre-commit',
    text: 'code is linted and formatted',
    outside: { gitlab: byTheHook, github: byTheHook },
  },
  { id: 'pre-commit-sast', group: 'Gate: pre-commit', text: 'code is analysed on the developer’s machine' },
  { id: 'build-sast', group: 'Gate: build', text: 'code is analysed statically' },
  { id: 'build-sca', group: 'Gate: build', text: 'dependencies are checked for known vulnerabilities' },
  { id: 'build-secrets', group: 'Gate: build', text: 'the repository and its history are searched for secrets' },
  { id: 'build-licenses', group: 'Gate: build', text: 'licences of dependencies are checked' },
  { id: 'test-unit', group: 'Gate: test', text: 'tests run, and nothing is released without them' },
  { id: 'test-image', group: 'Gate: test', text: 'the container image is scanned' },
  { id: 'test-iac', group: 'Gate: test', text: 'infrastructure code is scanned' },
  { id: 'deploy-dast', group: 'Gate: deploy', text: 'the running application is tested' },
  { id: 'deploy-approval', group: 'Gate: deploy', text: 'production waits for an approval' },
  { id: 'deploy-verification', group: 'Gate: deploy', text: 'what is deployed is verified, before and after' },
  {
    id: 'post-deploy-monitoring',
    group: 'Gate: post-deploy',
    text: 'what runs is monitored',
    outside: { gitlab: atRunTime, github: atRunTime },
  },
  { id: 'post-deploy-alerts', group: 'Gate: post-deploy', text: 'new vulnerabilities raise an alert' },
  {
    id: 'post-deploy-compliance',
    group: 'Gate: post-deploy',
    text: 'settings and exceptions stay as they were agreed',
  },
  { id: 'secret-hardcoded', group: 'Secrets: never', text: 'in code or in the definition of a pipeline' },
  { id: 'secret-unprotected-variable', group: 'Secrets: never', text: 'in variables or files that everybody can read' },
  { id: 'secret-shared', group: 'Secrets: never', text: 'the same for several environments' },
  { id: 'secret-long-lived', group: 'Secrets: never', text: 'static keys that last' },
  { id: 'secret-in-image', group: 'Secrets: never', text: 'in an image' },
  { id: 'secret-scoped', group: 'Secrets: instead', text: 'protected variables, for the jobs that need them' },
  { id: 'secret-identity', group: 'Secrets: instead', text: 'an identity of the job (OIDC)' },
  { id: 'secret-manager', group: 'Secrets: instead', text: 'a secrets manager, asked without leaking the answer' },
  {
    id: 'as-code',
    group: 'Practice: configuration',
    text: 'the pipeline is code in the repository, and means what it says',
  },
  { id: 'protected-branches', group: 'Practice: configuration', text: 'nobody pushes to the main branch directly' },
  { id: 'reviews', group: 'Practice: configuration', text: 'changes are reviewed by somebody else' },
  { id: 'signed-commits', group: 'Practice: configuration', text: 'commits are signed' },
  { id: 'pinned', group: 'Practice: configuration', text: 'tools, images and shared code have fixed versions' },
  { id: 'workload-identity', group: 'Practice: secrets and access', text: 'workload identity instead of static keys' },
  { id: 'external-manager', group: 'Practice: secrets and access', text: 'an external secrets manager' },
  { id: 'rotation', group: 'Practice: secrets and access', text: 'secrets are rotated, or end by themselves' },
  {
    id: 'least-privilege',
    group: 'Practice: secrets and access',
    text: 'jobs and tokens may do what they must, no more',
  },
  {
    id: 'audit-log',
    group: 'Practice: secrets and access',
    text: 'access is logged',
    outside: { gitlab: byTheInstance, github: byTheInstance },
  },
  { id: 'fail-on-critical', group: 'Practice: gates', text: 'what is critical ends the pipeline' },
  { id: 'manual-approval', group: 'Practice: gates', text: 'somebody decides about production' },
  { id: 'infrastructure-review', group: 'Practice: gates', text: 'changes of the infrastructure are reviewed' },
  { id: 'rollback', group: 'Practice: gates', text: 'there is a way back' },
  { id: 'deploy-window', group: 'Practice: gates', text: 'there are times without deployments' },
  { id: 'poisoned-execution', group: 'Risk', text: 'somebody changes what the pipeline runs' },
  { id: 'dependency-confusion', group: 'Risk', text: 'a package manager takes the wrong package' },
  { id: 'log-theft', group: 'Risk', text: 'credentials are taken from logs' },
  { id: 'build-tools', group: 'Risk', text: 'a tool of the build is an attack' },
  { id: 'runner-escape', group: 'Risk', text: 'a job takes over the machine of its runner' },
] as const satisfies readonly ControlEntry[];

export type ControlId = (typeof controls)[number]['id'];

export interface Control extends ControlEntry {
  readonly id: ControlId;
}
