import { parseImageReference } from '../../../../lib/oci/image-reference.ts';
import { lineStart } from '../../../../lib/text/line-start.ts';
import { findGates } from '../../gates/find-gates.ts';
import { imageEntrypoints } from '../../gates/tool-images.ts';
import type { Job } from '../../model/job.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';

const job = (image: string, rest = '') => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  image: ${image}\n  script:\n    - trivy fs --exit-code 1 .\n${rest}`,
});

export const imageEntrypoint: PipelineRule = {
  id: 'pipeline/image-entrypoint',
  title: 'Image that starts its own program instead of the script',
  severity: 'low',
  confidence: 'medium',
  cwe: [754, 693],
  tags: ['CICD-SEC-1', 'CICD-SEC-7'],
  why: 'The Docker runner starts the image and hands its shell over; such an image takes that for arguments of its tool and ends with an error, before the first line of the script. Where the job may fail nobody notices that it has never looked at anything.',
  fix: 'Take the entrypoint away: `image: {name: …, entrypoint: [""]}`. Runners on Kubernetes do so by themselves.',
  references: ['https://docs.gitlab.com/ci/docker/using_docker_images/#override-the-entrypoint-of-an-image'],
  dialects: ['gitlab'],
  bad: [
    job('aquasec/trivy:0.69.3'),
    job('ghcr.io/aquasecurity/trivy:0.69.3', '  allow_failure: true\n'),
    {
      path: '.gitlab-ci.yml',
      code: 'plan:\n  image:\n    name: hashicorp/terraform:1.9.8\n  script: [terraform plan]\n',
    },
  ],
  good: [
    job('{ name: "aquasec/trivy:0.69.3", entrypoint: [""] }'),
    job('alpine:3.20.3'),
    job('registry.example.com/tools/trivy:1'),
    { path: '.gitlab-ci.yml', code: 'a:\n  image: alpine:3.20.3\n  services: ["minio/mc:1"]\n  script: [make]\n' },
  ],
  checks: {
    *image({ role, reference, resolved }, one, pipeline) {
      if (role !== 'job' || resolved === undefined || one.steps.length === 0) return;
      const repository = parseImageReference(resolved)?.repository ?? '';
      const program = imageEntrypoints.get(repository.split('/').slice(-2).join('/'));
      const image = one.body.get('image');
      if (program === undefined || (image?.kind === 'map' && image.get('entrypoint'))) return;
      const isUnseen = mayFail(one) && findGates(pipeline).some((gate) => gate.job === one);
      const fix = withoutEntrypoint(one);
      yield {
        at: reference.range,
        message: `${resolved} starts ${program} with the runner's shell as arguments${isUnseen ? `: ${one.name} ends before it has looked at anything, and the pipeline goes on` : ''}`,
        ...(isUnseen && { severity: 'high' as const }),
        ...(fix && { fixes: [fix] }),
      };
    },
  },
};

function mayFail({ body }: Job): boolean {
  return body.text('allow_failure') === 'true';
}

/** The image as a mapping with an empty entrypoint; undefined where it is not written in a line of its own. */
function withoutEntrypoint({ body }: Job): IssueFix | undefined {
  const entry = body.entry('image');
  if (entry?.value.kind !== 'scalar' || entry.value.range.source !== entry.key.range.source) return undefined;
  const { key, value } = entry;
  const { source, start, end } = key.range;
  const indent = source.text.slice(lineStart(source.text, start), start);
  const between = source.text.slice(end, value.range.start);
  if (indent.trim() !== '' || !/^:[ \t]+$/.test(between)) return undefined;
  const written = source.text.slice(value.range.start, value.range.end).trimEnd();
  return {
    description: 'let the shell of the runner start (entrypoint: [""])',
    safe: true,
    edits: [
      {
        at: { source, start: end, end: value.range.start + written.length },
        text: `:\n${indent}  name: ${written}\n${indent}  entrypoint: [""]`,
      },
    ],
  };
}
