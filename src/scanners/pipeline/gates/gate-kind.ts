/** The checks that a delivery pipeline should have, in the order in which they come. */
export const gateKinds = [
  'secrets',
  'sast',
  'sca',
  'licenses',
  'iac',
  'image',
  'dast',
  'sbom',
  'signature',
  'verification',
] as const;

export type GateKind = (typeof gateKinds)[number];

export const gateTitles: Readonly<Record<GateKind, string>> = {
  secrets: 'search for secrets',
  sast: 'static analysis of the code',
  sca: 'check of dependencies for known vulnerabilities',
  licenses: 'check of licences',
  iac: 'check of infrastructure code',
  image: 'scan of the container image',
  dast: 'test of the running application',
  sbom: 'bill of materials',
  signature: 'signature of what is published',
  verification: 'check of the deployment',
};

/** Whether a kind looks for something that must stop a release; the others record or prove. */
export function examines(kind: GateKind): boolean {
  return kind !== 'sbom' && kind !== 'signature' && kind !== 'verification';
}
