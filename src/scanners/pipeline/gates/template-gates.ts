import type { Hole } from '../model/pipeline.ts';
import type { GateKind } from './gate-kind.ts';

/** GitLab's own templates and components that check something, by a part of their address (GitLab documentation, "Application security"). */
const templates: readonly (readonly [RegExp, readonly GateKind[]])[] = [
  [/(?:^|\/)Auto-DevOps\.gitlab-ci\.yml$/, ['secrets', 'sast', 'sca', 'image', 'dast']],
  [/(?:^|\/)SAST-IaC(?:\.latest)?\.gitlab-ci\.yml$/, ['iac']],
  [/(?:^|\/)SAST(?:\.latest)?\.gitlab-ci\.yml$/, ['sast']],
  [/(?:^|\/)Secret-Detection(?:\.latest)?\.gitlab-ci\.yml$/, ['secrets']],
  [/(?:^|\/)Dependency-Scanning(?:\.\w+)?\.gitlab-ci\.yml$/, ['sca', 'sbom']],
  [/(?:^|\/)Container-Scanning(?:\.latest)?\.gitlab-ci\.yml$/, ['image']],
  [/(?:^|\/)DAST(?:-API|-On-Demand)?[\w-]*(?:\.latest)?\.gitlab-ci\.yml$/, ['dast']],
  [/(?:^|\/)License-Scanning(?:\.latest)?\.gitlab-ci\.yml$/, ['licenses']],
  [/(?:^|\/)components\/sast\/iac-sast(?:@|$)/, ['iac']],
  [/(?:^|\/)components\/sast\//, ['sast']],
  [/(?:^|\/)components\/secret-detection\//, ['secrets']],
  [/(?:^|\/)components\/(?:dependency-scanning|dependency-scanning-gemnasium)\//, ['sca', 'sbom']],
  [/(?:^|\/)components\/container-scanning\//, ['image']],
  [/(?:^|\/)components\/dast\//, ['dast']],
  [/(?:^|\/)to-be-continuous\/gitleaks(?:\/|@|$)/, ['secrets']],
  [/(?:^|\/)to-be-continuous\/(?:semgrep|sonar)(?:\/|@|$)/, ['sast']],
  [/(?:^|\/)to-be-continuous\/dependency-track(?:\/|@|$)/, ['sca']],
  [/(?:^|\/)to-be-continuous\/docker(?:\/|@|$)/, ['image', 'sbom']],
];

/** What an include that was not fetched is known to check; undefined when it may bring anything. */
export function templateKinds({ kind, address }: Hole): readonly GateKind[] | undefined {
  const known = templates.find(([pattern]) => pattern.test(address))?.[1];
  if (known) return known;
  // The platform's other templates are known to build and deploy; they check nothing of this kind.
  return kind === 'template' ? [] : undefined;
}
