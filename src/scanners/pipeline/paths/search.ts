import type { Job } from '../model/job.ts';
import type { FlowStep } from '../taint/flow.ts';
import { assetKinds, assetsOf, type Asset } from './assets.ts';
import { githubArtifactPassages } from './edges/github-artifact.ts';
import { githubCachePassages } from './edges/github-cache.ts';
import { githubDispatchPassages } from './edges/github-dispatch.ts';
import { gitlabRunPassages } from './edges/gitlab-run.ts';
import { gitlabSharedPassages } from './edges/gitlab-shared.ts';
import { machinePassages } from './edges/machine.ts';
import { findFootholds } from './footholds.ts';
import type { Foothold, Passage, Place } from './place.ts';
import type { Scene } from './scene.ts';

/** How somebody gets from where he comes in to what is worth it. */
export interface AttackPath {
  readonly from: Foothold;
  readonly passages: readonly Passage[];
  readonly to: Place;
  readonly asset: Asset;
  readonly steps: readonly FlowStep[];
  /** What decides and is not in the repository. */
  readonly unknowns: readonly string[];
}

type Edge = (from: Place, scene: Scene) => Iterable<Passage>;

const edges = {
  github: [githubCachePassages, githubArtifactPassages, machinePassages, githubDispatchPassages],
  gitlab: [gitlabRunPassages, gitlabSharedPassages, machinePassages],
} satisfies Record<string, readonly Edge[]>;

const mostPassages = 4;
/** Jobs that are reached from one foothold, and footholds of one repository. */
const mostPlaces = 200;
const mostFootholds = 100;

/** The shortest way from every foothold to the most that can be had from it, where that is more than the job has itself. */
export function* findAttackPaths(scene: Scene): Generator<AttackPath> {
  let footholds = 0;
  for (const foothold of findFootholds(scene)) {
    if (++footholds > mostFootholds) return;
    const path = worstFrom(foothold, scene);
    if (path) yield path;
  }
}

function worstFrom(from: Foothold, scene: Scene): AttackPath | undefined {
  const own = from.crossed ? [] : assetsOf(from, scene).map(({ kind }) => kind);
  let worst: (Reach & { readonly asset: Asset }) | undefined;
  for (const { place, way } of reached(from, scene)) {
    if (way.length === 0 && !from.crossed) continue;
    for (const asset of assetsOf(place, scene)) {
      const isNew = !own.includes(asset.kind);
      if (isNew && (!worst || isWorse(asset, way, worst))) worst = { asset, place, way };
    }
  }
  if (!worst) return undefined;
  const { asset, place, way } = worst;
  return {
    from,
    passages: way,
    to: place,
    asset,
    steps: [...from.steps, ...way.flatMap(({ steps }) => steps)],
    unknowns: [from, ...way].flatMap(({ unknown }) => unknown ?? []),
  };
}

/** What can be had for certain weighs more than how far it is; of what weighs the same the nearest counts. */
function isWorse(asset: Asset, way: readonly Passage[], than: Pick<Reach, 'way'> & { readonly asset: Asset }): boolean {
  const isToken = (one: Asset): number => (one.kind === 'token' ? 1 : 0);
  return (
    (isToken(asset) - isToken(than.asset) ||
      way.length - than.way.length ||
      assetKinds.indexOf(asset.kind) - assetKinds.indexOf(than.asset.kind)) < 0
  );
}

interface Reach {
  readonly place: Place;
  readonly way: readonly Passage[];
}

/** Every job that can be reached, the nearest first. */
function* reached(from: Foothold, scene: Scene): Generator<Reach> {
  const known = new Set<Job>();
  const open: Reach[] = [{ place: from, way: [] }];
  for (const { place, way } of open) {
    yield { place, way };
    if (way.length >= mostPassages) continue;
    const isGuessed = [from, ...way].some(({ unknown }) => unknown !== undefined);
    for (const passage of passagesFrom(place, scene)) {
      if (open.length >= mostPlaces) break;
      // Of two guesses in a row nobody learns anything.
      if (known.has(passage.into.job) || (isGuessed && passage.unknown !== undefined)) continue;
      known.add(passage.into.job);
      open.push({ place: passage.into, way: [...way, passage] });
    }
  }
}

function* passagesFrom(place: Place, scene: Scene): Generator<Passage> {
  const { dialect } = place.pipeline;
  for (const edge of dialect === 'github' || dialect === 'gitlab' ? edges[dialect] : []) yield* edge(place, scene);
}
