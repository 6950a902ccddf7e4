import { uuid5 } from '../lib/uuid5/uuid5.ts';
import type { Finding } from '../model/finding.ts';

const namespace = '5b0d1c7e-5f0a-4c58-9a0e-6f2d4b1f7a63';

/**
 * The id of each finding, in the same order: a UUID v5 of its rule and strongest fingerprint, so that it stays the same
 * from run to run. Where several share both (one value in many places), the second and later ones add their number.
 *
 * @param findings In report order (see `inOrder`).
 */
export function findingIds(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = identity(finding);
    const earlier = seen.get(name) ?? 0;
    seen.set(name, earlier + 1);
    return uuid5(namespace, earlier === 0 ? name : `${name}\n${earlier}`);
  });
}

function identity(finding: Finding): string {
  const [strongest] = finding.fingerprints;
  if (strongest) return `${finding.ruleId}\n${strongest.kind}\n${strongest.value}`;
  const [location] = finding.locations;
  return `${finding.ruleId}\n${location.uri}\n${location.startLine ?? 0}\n${finding.message}`;
}
