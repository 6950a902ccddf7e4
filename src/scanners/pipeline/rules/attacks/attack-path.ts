import { compareSeverity, type Confidence, type Severity } from '../../../../model/severity.ts';
import { findAttackPaths, type AttackPath } from '../../paths/search.ts';
import { scenesOf } from '../../paths/scene.ts';
import { named } from '../../paths/wording.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { attackPathExamples } from './attack-path-examples.ts';

export const attackPath: PipelineRule = {
  id: 'pipeline/attack-path',
  title: 'Way from a stranger to what the pipeline holds',
  severity: 'critical',
  confidence: 'medium',
  cwe: [269, 349, 829],
  tags: ['CICD-SEC-4', 'CICD-SEC-9', 'CICD-SEC-5', 'CICD-SEC-1', 'SLSA-L3'],
  why: 'No single job gives it away: one lets somebody in, and what it leaves behind (a cache, an artifact, a machine, a started workflow) is taken by another that publishes, deploys or holds secrets.',
  fix: 'Break the way at its first step; then keep apart what runs of different trust share: no caches in jobs that release, artifacts only of runs that are trusted, machines for one job.',
  references: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching',
    'https://docs.gitlab.com/ci/caching/#cache-key-names',
  ],
  dialects: ['gitlab', 'github'],
  ...attackPathExamples,
  checks: {
    *repository(pipelines, audit) {
      for (const scene of scenesOf(pipelines, audit)) {
        for (const path of findAttackPaths(scene)) yield toIssue(path);
      }
    },
  },
};

function toIssue(path: AttackPath): Issue {
  const { from, passages, to, asset, steps, unknowns } = path;
  const { weakness } = from;
  const at = weakness?.issue.at ?? steps[0]?.at ?? from.job.at;
  const ways = [...(from.crossed ? ['an artifact'] : []), ...passages.map(({ through }) => through)];
  const open = unknowns.length > 0 ? ` (open: ${unknowns.join('; ')})` : '';
  const onTheWay = passages.flatMap(({ rule, steps: own }) =>
    rule === undefined ? [] : own.map((step) => ({ rule, at: step.at })),
  );
  return {
    at,
    message: `${who[from.by]} gets into ${named(to)}, which ${asset.what}: from ${named(from)} by ${ways.join(', then ')}${open}`,
    severity: severityOf(from, asset),
    confidence: confidenceOf(path),
    subject: `${from.job.name} ${named(to)} ${asset.kind}`,
    path: [...steps, { at: asset.at, message: `${named(to)} ${asset.what}` }],
    ...(weakness?.issue.fixes && { fixes: weakness.issue.fixes }),
    standsFor: weakness ? [{ rule: weakness.rule.id, at: weakness.issue.at }, ...onTheWay] : onTheWay,
  };
}

const who = {
  outsider: 'a stranger',
  developer: 'whoever may open a merge request',
  maintainer: 'a maintainer',
} as const;

/** What can be had, by who can have it; never less than the weakness that lets him in. */
function severityOf({ by, weakness }: AttackPath['from'], { kind }: AttackPath['asset']): Severity {
  const worst: Severity = by === 'outsider' ? 'critical' : 'high';
  const own: Severity = kind !== 'token' ? worst : by === 'outsider' ? 'high' : 'medium';
  const given = weakness?.issue.severity ?? weakness?.rule.severity ?? own;
  return compareSeverity(given, own) > 0 ? given : own;
}

/** Proven when a trace leads the whole way; what is open never makes the way in less sure. */
function confidenceOf({ from: { weakness }, unknowns }: AttackPath): Confidence {
  if (!weakness) return 'medium';
  const own = weakness.issue.confidence ?? weakness.rule.confidence;
  return unknowns.length === 0 && own === 'high' ? 'proven' : own;
}
