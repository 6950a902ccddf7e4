import type { CompatFinding } from './finding.ts';

/** A generic rule yields to a specific one that found the same secret on the same line of the fragment. */
export function dropGeneric(findings: readonly CompatFinding[]): CompatFinding[] {
  const generic = findings.filter(isGeneric);
  if (generic.length === 0) return [...findings];
  const specific = findings.filter((finding) => !isGeneric(finding));
  return findings.filter(
    (finding) =>
      !isGeneric(finding) ||
      !specific.some((other) => other.startLine === finding.startLine && other.secret.includes(finding.secret)),
  );
}

function isGeneric(finding: CompatFinding): boolean {
  return finding.ruleId.toLowerCase().includes('generic');
}
