/** Something that was published with malicious code in it. */
export interface Compromise {
  readonly name: string;
  /** Whether a ref or tag is, or can be, one of the bad ones. */
  readonly affects: (ref: string) => boolean;
  readonly advisory: string;
  readonly what: string;
}

/** The first numbers of a version, or undefined for what is none. */
function version(ref: string): readonly number[] | undefined {
  const parts = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(ref);
  return parts
    ? parts.slice(1).map((part) => (part === undefined ? Number.POSITIVE_INFINITY : Number(part)))
    : undefined;
}

function isBefore(ref: string, fixed: readonly number[]): boolean {
  const parts = version(ref);
  if (!parts) return false;
  const index = fixed.findIndex((part, at) => (parts[at] ?? 0) !== part);
  return index !== -1 && (parts[index] ?? 0) < (fixed[index] ?? 0);
}

/** Facts from the advisories that are named. */
export const compromisedActions: readonly Compromise[] = [
  {
    name: 'tj-actions/changed-files',
    affects: (ref) => isBefore(ref, [46, 0, 1]) || /^(?:main|master)$/.test(ref),
    advisory: 'CVE-2025-30066',
    what: 'its tags were moved to code that printed the secrets of the runner',
  },
  {
    name: 'reviewdog/action-setup',
    affects: (ref) => ref === 'v1',
    advisory: 'CVE-2025-30154',
    what: 'its tag was moved to code that printed the secrets of the runner',
  },
  {
    name: 'xygeni/xygeni-action',
    affects: (ref) => /^v?5/.test(ref) || isBefore(ref, [6, 4, 0]),
    advisory: 'CVE-2026-31976',
    what: 'its tag was moved to malicious code',
  },
  {
    name: 'aquasecurity/trivy-action',
    affects: (ref) => isBefore(ref, [0, 35, 0]),
    advisory: 'CVE-2026-33634',
    what: 'its tags were moved to code that read the secrets of the runner',
  },
  {
    name: 'aquasecurity/setup-trivy',
    affects: (ref) => isBefore(ref, [0, 2, 6]),
    advisory: 'CVE-2026-33634',
    what: 'its tags were moved to code that read the secrets of the runner',
  },
];

/** Images by name without registry. */
export const compromisedImages: readonly Compromise[] = [
  {
    name: 'aquasec/trivy',
    affects: (tag) => /^v?0\.69\.[456]$/.test(tag),
    advisory: 'CVE-2026-33634',
    what: 'these releases carried code that collected credentials',
  },
];

/** Traces of the npm worms of 2025 (public advisories on Shai-Hulud): the label of the runner, the workflow's name. */
export const wormRunners = /^SHA1HULUD$/i;
export const wormFiles = /\.github\/workflows\/shai-hulud[^/]*\.ya?ml$/i;
