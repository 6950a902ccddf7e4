import type { Finding } from '../../src/model/finding.ts';
import { fingerprint } from '../../src/policy/fingerprints/fingerprint.ts';
import type { Garden } from './garden.ts';

/** A planted finding as a scan reports it. */
export interface Sighting {
  readonly id: number;
  readonly finding: Finding;
}

export function sightings(garden: Garden): Sighting[] {
  const plants = garden.plants();
  return garden.render().flatMap(({ path, lines, places }) =>
    places.flatMap(({ id, ...region }) => {
      const plant = plants.get(id);
      if (!plant) return [];
      const location = plant.columns ? { uri: path, ...region } : { uri: path, startLine: region.startLine };
      const bare: Finding = {
        ruleId: plant.ruleId,
        scanner: 'bench',
        message: 'planted',
        severity: 'high',
        confidence: 'high',
        locations: [location],
        fingerprints: [],
      };
      const fingerprints = fingerprint(bare, { line: (number) => lines[number - 1] });
      return [{ id, finding: { ...bare, fingerprints } }];
    }),
  );
}
