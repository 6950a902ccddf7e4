import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Garden } from './garden.ts';
import { packageHistory } from './package-history.ts';
import { Random } from './random.ts';
import { repositoryHistory } from './repository-history.ts';
import { type Sighting, sightings } from './sighting.ts';
import { emptyTally, score, type Tally } from './score.ts';

const { values } = parseArgs({
  options: {
    repository: { type: 'string' },
    seed: { type: 'string', default: '1' },
    plants: { type: 'string', default: '200' },
    cache: { type: 'string', default: join(tmpdir(), 'identity-packages') },
    json: { type: 'string' },
  },
});

/** How far back the scan lies with which a commit is compared. */
const distances = [1, 10, 50, 100, 200];

const snapshots = values.repository === undefined ? packageHistory(values.cache) : repositoryHistory(values.repository);
const garden = new Garden(new Random(Number(values.seed)), resolve('node_modules/.bin/oxfmt'));
const past: Sighting[][] = [];
const edits: ReadonlySet<number>[] = [];
const tallies = new Map<number, Tally>(distances.map((distance) => [distance, emptyTally()]));

for (const [index, snapshot] of snapshots.entries()) {
  garden.advance(snapshot, Number(values.plants));
  past.push(sightings(garden));
  edits.push(garden.edited);
  for (const distance of distances) {
    const earlier = past[index - distance];
    const current = past[index];
    const tally = tallies.get(distance);
    if (!earlier || !current || !tally) continue;
    score(earlier, current, new Set(edits.slice(index - distance + 1).flatMap((ids) => [...ids])), tally);
  }
}

const report = {
  commits: snapshots.length,
  plants: garden.plants().size,
  ...garden.counts,
  compared: Object.fromEntries(tallies),
};
console.log(`${report.commits} commits; ${JSON.stringify(garden.counts)}`);
console.log('distance  findings  kept      lost  wrongly merged  re-added  swapped  edited (found again)  by kind');
for (const [distance, tally] of tallies) {
  const share = tally.findings === 0 ? '-' : `${((100 * tally.kept) / tally.findings).toFixed(2)} %`;
  const kinds = [...tally.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(
    `${String(distance).padEnd(9)} ${String(tally.findings).padEnd(9)} ${share.padEnd(9)} ${String(tally.lost).padEnd(5)} ${String(tally.merged).padEnd(15)} ${String(tally.readded).padEnd(9)} ${String(tally.swapped).padEnd(8)} ${`${tally.edited} (${tally.editedFound})`.padEnd(21)} ${kinds}`,
  );
}
if (values.json !== undefined)
  writeFileSync(
    values.json,
    JSON.stringify(report, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value), 2),
  );
