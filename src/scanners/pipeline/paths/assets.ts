import type { TextRange } from '../../../lib/text/source-text.ts';
import { findReleases } from '../gates/find-releases.ts';
import { permissionsOf } from '../github/permissions.ts';
import { holdingsOf } from '../taint/holdings.ts';
import { startsWritten } from './edges/gitlab-run.ts';
import type { Place } from './place.ts';
import type { Scene } from './scene.ts';

/** What is worth an attack, from the most to the least. */
export const assetKinds = ['publish', 'deploy', 'identity', 'secret', 'token'] as const;

export interface Asset {
  readonly kind: (typeof assetKinds)[number];
  readonly at: TextRange;
  /** As a clause about the job: `publishes by npm publish`. */
  readonly what: string;
}

/** What a job holds, for whoever runs commands in it. */
export function assetsOf(place: Place, { audit }: Scene): readonly Asset[] {
  const { pipeline, job, privileged } = place;
  if (!privileged) return [];
  const releases = findReleases(pipeline).filter((release) => release.job === job);
  const released = releases.map(({ kind, name, at }): Asset => ({ kind, at, what: `${verbs[kind]} ${name}` }));
  if (pipeline.dialect === 'github') return [...released, ...heldOnGithub(place)];
  const [token] = job.identityTokens;
  // A token that the platform makes for every job is no reason to come here.
  const holds = holdingsOf(job, audit.taint(pipeline).of(job));
  return [
    ...released,
    ...(token ? [{ kind: 'identity' as const, at: token.at, what: 'has an identity token' }] : []),
    ...(startsWritten(place)
      ? [{ kind: 'secret' as const, at: job.at, what: 'starts a pipeline with the rights of the project' }]
      : []),
    ...(holds?.startsWith('the job holds') === true && !/\$CI_/.test(holds)
      ? [{ kind: 'secret' as const, at: job.at, what: holds.replace('the job ', '') }]
      : []),
  ];
}

const verbs = { publish: 'publishes by', deploy: 'deploys by' } as const;

function heldOnGithub({ pipeline, job }: Place): readonly Asset[] {
  const { writes, entry } = permissionsOf(job, pipeline);
  const at = entry?.key.range ?? job.at;
  const scopes = typeof writes === 'string' ? [] : writes.filter((scope) => scope !== 'id-token');
  const { source, start, end } = job.body.range;
  const secret = /\bsecrets\.(?!GITHUB_TOKEN\b)(\w+)/i.exec(source.text.slice(start, end));
  const assets: Asset[] = [];
  if (writes === 'all' || (writes !== 'default' && writes.includes('id-token'))) {
    assets.push({ kind: 'identity', at, what: 'can take an identity token' });
  }
  if (secret) {
    const from = start + secret.index;
    assets.push({
      kind: 'secret',
      at: { source, start: from, end: from + secret[0].length },
      what: `has ${secret[0]}`,
    });
  }
  if (writes === 'all' || scopes.length > 0) {
    assets.push({ kind: 'token', at, what: `has a token that may write (${scopes.join(', ') || 'everything'})` });
  }
  return assets;
}
