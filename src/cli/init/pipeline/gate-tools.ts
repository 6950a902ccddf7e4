import type { Project } from './project.ts';

/** What a gate looks for besides what Portcullis itself does. */
export interface OpenGates {
  readonly sast: boolean;
  readonly sca: boolean;
  readonly licenses: boolean;
  readonly iac: boolean;
}

/** @param scanners ids of the scanners that Portcullis has: what one of them does needs no other tool */
export function openGates(scanners: readonly string[], project: Project): OpenGates {
  const isOpen = (id: string): boolean => !scanners.includes(id);
  const { images, chart, manifests, terraform, composes } = project;
  const hasInfrastructure =
    images.length > 0 || composes || [chart, manifests, terraform].some((one) => one !== undefined);
  return {
    sast: isOpen('sast'),
    sca: isOpen('sca'),
    licenses: isOpen('licenses'),
    iac: isOpen('iac') && hasInfrastructure,
  };
}

/** What Trivy is asked to look for in the dependencies. */
export function dependencyScanners({ sca, licenses }: OpenGates): string {
  return [...(sca ? ['vuln'] : []), ...(licenses ? ['license'] : [])].join(',');
}

/** Only what is serious shuts a gate; all of it is in the reports. */
export const seriousOnly = '--severity HIGH,CRITICAL --exit-code 1';
