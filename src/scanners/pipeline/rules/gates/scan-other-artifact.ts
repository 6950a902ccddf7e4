import type { Gate } from '../../gates/find-gates.ts';
import { findGates } from '../../gates/find-gates.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { imageOperand, type NamedImage } from '../../gates/image-argument.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

const scanJob = (scan: string, rest = '') =>
  `scan:\n  stage: test\n  script:\n    - trivy image --exit-code 1 ${scan}\n${rest}`;
const build = (push: string, rest = '') =>
  `build:\n  stage: build\n  script:\n    - docker build -t ${push} .\n    - docker push ${push}\n${rest}`;

export const scanOtherArtifact: PipelineRule = {
  id: 'pipeline/scan-other-artifact',
  title: 'What is scanned is not what is released',
  severity: 'high',
  confidence: 'high',
  cwe: [367, 693],
  tags: ['CICD-SEC-9', 'CICD-SEC-1'],
  why: 'The scan is green for another image than the one that goes out: an older one under the same name, or one that this pipeline has not built.',
  fix: 'Scan exactly the name, better the digest, that is pushed and deployed, in every pipeline that builds it and only there.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: build('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA') + scanJob('$CI_REGISTRY_IMAGE:latest') },
    {
      path: '.gitlab-ci.yml',
      code:
        build('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', '  only: [main]\n') + scanJob('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA'),
    },
    gitlabScript(
      'docker push registry.example.com/app:$CI_COMMIT_SHA',
      'grype --fail-on high registry.example.com/app',
    ),
    githubScript([], 'docker push ghcr.io/o/app:$GITHUB_SHA', 'trivy image --exit-code 1 ghcr.io/o/app:latest'),
    githubScript([], 'docker push ghcr.io/o/app:1.2', 'grype ghcr.io/o/app:1.1 --fail-on high'),
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code:
        build('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', '  rules:\n    - if: $CI_PIPELINE_SOURCE == "push"\n') +
        scanJob('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', '  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n'),
    },
    {
      path: '.gitlab-ci.yml',
      code: build('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA') + scanJob('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA'),
    },
    {
      path: '.gitlab-ci.yml',
      code: `variables:\n  IMAGE: $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA\n${build('$IMAGE')}${scanJob('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA')}`,
    },
    {
      path: '.gitlab-ci.yml',
      code:
        build('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', '  only: [main]\n') +
        scanJob('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', '  only: [main]\n'),
    },
    githubScript([], 'docker push ghcr.io/o/app:$GITHUB_SHA', 'trivy image --exit-code 1 ghcr.io/o/app:$GITHUB_SHA'),
    githubScript([], 'docker push ghcr.io/o/app:$GITHUB_SHA', 'trivy image --exit-code 1 postgres:16.2'),
  ],
  checks: {
    *pipeline(pipeline, audit) {
      const pushed = findReleases(pipeline).flatMap(({ what, job, command }) => {
        const image = what === 'image' && command ? imageOperand(command, job.variables) : undefined;
        return image ? [{ job, image }] : [];
      });
      for (const gate of findGates(pipeline)) {
        const scanned =
          gate.kinds.includes('image') && gate.run ? imageOperand(gate.run.command, gate.job.variables) : undefined;
        if (!scanned) continue;
        const same = pushed.filter(({ image }) => image.repository === scanned.repository);
        if (same.length === 0) continue;
        const exact = same.filter(({ image }) => sameName(image, scanned));
        if (exact.length === 0) {
          const [first] = same;
          if (first && isKnown(first.image) && isKnown(scanned)) {
            yield {
              at: gate.at,
              message: `${gate.name} looks at ${written(scanned)}, ${first.job.name} pushes ${written(first.image)}`,
            };
          }
        } else if (exact.every(({ job }) => job !== gate.job)) {
          yield* unbuilt(
            gate,
            exact.map(({ job }) => job),
            pipeline,
            audit,
          );
        }
      }
    },
  },
};

/** Scenarios in which the scan runs and nothing that pushes its image does; on a schedule it looks at what is out. */
function unbuilt(gate: Gate, builders: readonly Gate['job'][], pipeline: Pipeline, audit: Audit): readonly Issue[] {
  const matrix = audit.scenarios(pipeline);
  const open = matrix
    .runsOf(gate.job)
    .filter(
      ({ runs, scenario }, index) =>
        runs === 'yes' &&
        scenario.id !== 'schedule' &&
        builders.every((job) => matrix.runsOf(job)[index]?.runs === 'no'),
    );
  if (open.length === 0) return [];
  const titles = open.slice(0, 3).map(({ scenario }) => scenario.title);
  const names = builders.map(({ name }) => name).join(', ');
  const message = `${gate.job.name} runs where ${names}, which makes the image it looks at, does not: ${titles.join(', ')}`;
  return [{ at: gate.at, message, subject: 'scenario', severity: 'medium' }];
}

function sameName(one: NamedImage, other: NamedImage): boolean {
  return (one.tag ?? 'latest') === (other.tag ?? 'latest') || one.digest !== undefined || other.digest !== undefined;
}

/** A tag in a variable that only the shell knows may be any tag. */
function isKnown({ tag }: NamedImage): boolean {
  return tag === undefined || !/\$(?!\{?(?:CI_|GITHUB_))/.test(tag);
}

function written({ repository, tag, digest }: NamedImage): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
