import type { Location } from './location.ts';

/** A software component found in the target (CycloneDX 1.6 component, reduced to what gates use). */
export interface Component {
  readonly scanner: string;
  /** Package URL without qualifiers that do not identify it. */
  readonly purl: string;
  readonly name: string;
  readonly version?: string;
  readonly licenses: readonly string[];
  readonly scope: 'runtime' | 'development' | 'optional' | 'unknown';
  readonly direct?: boolean;
  readonly locations: readonly Location[];
  /** purls of what it depends on. */
  readonly dependsOn: readonly string[];
}
