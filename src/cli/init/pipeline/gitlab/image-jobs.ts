import { imageVariable } from '../delivery.ts';
import { seriousOnly } from '../gate-tools.ts';
import type { Line } from '../lines.ts';
import { cosign, type Pins } from '../pins.ts';
import type { ContainerImage, Project } from '../project.ts';
import { artifacts, changed, imageLines, job, released, script } from './job.ts';

/** Names of the jobs that deal with one image. */
export function imageJobNames({ name }: ContainerImage) {
  const suffix = name === '' ? '' : `:${name}`;
  return {
    // `image` alone is a keyword.
    build: `image:build${suffix}`,
    scan: `image:scan${suffix}`,
    publish: `publish${suffix}`,
    sign: `sign${suffix}`,
  };
}

/** Built once into a file, scanned as that file, published only then, signed by the digest that the registry gives it. */
export function imageJobs(project: Project, pins: Pins): readonly Line[] {
  return [
    ...project.images.flatMap((image) => [
      ...buildJob(image, pins),
      ...scanJob(image, pins),
      ...publishJob(image, imageVariable(project, image), pins),
      ...signJob(image, imageVariable(project, image)),
    ]),
    ...(project.images.length > 0 ? [...cosignJob(pins), ...monitorJob(project.images, pins)] : []),
  ];
}

function archive({ name }: ContainerImage): string {
  return name === '' ? 'image.tar' : `image-${name}.tar`;
}

function sbom({ name }: ContainerImage): string {
  return name === '' ? 'gl-sbom-image.cdx.json' : `gl-sbom-image-${name}.cdx.json`;
}

function repository({ name }: ContainerImage): string {
  return name === '' ? '$CI_REGISTRY_IMAGE' : `$CI_REGISTRY_IMAGE/${name}`;
}

function buildJob(image: ContainerImage, pins: Pins): readonly Line[] {
  const { directory, dockerfile } = image;
  const file = dockerfile.slice(dockerfile.lastIndexOf('/') + 1);
  const named = file === 'Dockerfile' ? '' : ` --opt filename=${file}`;
  return job(
    imageJobNames(image).build,
    'The image, built once, into a file: nobody can pull it before it is scanned.',
    [
      'stage: build',
      changed,
      ...imageLines('buildkit', pins),
      'variables:',
      ['  BUILDKITD_FLAGS: --oci-worker-no-process-sandbox', 'works without a privileged runner'],
      ...script([
        {
          run: `buildctl-daemonless.sh build --frontend dockerfile.v0 --local context=${directory} --local dockerfile=${directory}${named} --output type=docker,name=${repository(image)}:$CI_COMMIT_SHA,dest=${archive(image)}`,
          why: 'no Docker daemon and no root on the runner',
        },
      ]),
      ...artifacts({ paths: [archive(image)], days: 1 }),
    ],
  );
}

function scanJob(image: ContainerImage, pins: Pins): readonly Line[] {
  const { build, scan } = imageJobNames(image);
  const look = `trivy image --input ${archive(image)}`;
  return job(scan, 'The scan of exactly this image, and its bill of materials.', [
    'stage: test',
    changed,
    ...imageLines('trivy', pins),
    [`needs: ["${build}"]`, 'the file that was built'],
    ...script([
      { run: `${look} --format cyclonedx --output ${sbom(image)}`, why: 'the bill of materials' },
      {
        run: `${look} --format template --template "@/contrib/gitlab.tpl" --output gl-container-scanning-report.json`,
        why: 'all of it, as a report',
      },
      { run: `${look} ${seriousOnly}`, why: 'the gate: what is serious fails the job' },
    ]),
    ...artifacts({
      paths: [sbom(image)],
      reports: { container_scanning: 'gl-container-scanning-report.json', cyclonedx: sbom(image) },
    }),
  ]);
}

function publishJob(image: ContainerImage, variable: string, pins: Pins): readonly Line[] {
  const { build, publish } = imageJobNames(image);
  return job(publish, 'Into the registry, once every gate before has passed.', [
    'stage: deploy',
    released,
    ...imageLines('crane', pins),
    [`dependencies: ["${build}"]`, 'the file that was scanned, and nothing else'],
    ['interruptible: false', 'not left half done'],
    'variables:',
    ['  GIT_STRATEGY: none', 'the code is not needed any more'],
    ...script([
      {
        run: 'printf %s "$CI_REGISTRY_PASSWORD" | crane auth login "$CI_REGISTRY" --username "$CI_REGISTRY_USER" --password-stdin',
        why: 'the password of this job alone, not in the list of processes',
      },
      {
        run: `crane push ${archive(image)} "${repository(image)}:$CI_COMMIT_SHA" > pushed.txt`,
        why: 'under the name of the commit; prints the name with the digest',
      },
      { run: `echo "${variable}=$(cat pushed.txt)" > image.env`, why: 'from here on it is called by its digest' },
    ]),
    ...artifacts({ reports: { dotenv: 'image.env' }, days: 1 }),
  ]);
}

function signJob(image: ContainerImage, variable: string): readonly Line[] {
  const { scan, publish, sign } = imageJobNames(image);
  return job(
    sign,
    'Signature and bill of materials, bound to the digest, under the identity of this pipeline: no key to lose.',
    [
      'stage: deploy',
      ['extends: [.cosign, .release]', 'only what was merged'],
      [`needs: ["${publish}", "${scan}"]`, 'the digest, the bill of materials'],
      ['interruptible: false', 'not left half done'],
      'id_tokens:',
      '  SIGSTORE_ID_TOKEN:',
      ['    aud: sigstore', 'good for the signature only'],
      ...script([
        {
          run: 'printf %s "$CI_REGISTRY_PASSWORD" | ./cosign login "$CI_REGISTRY" --username "$CI_REGISTRY_USER" --password-stdin',
          why: 'the password of this job alone, not in the list of processes',
        },
        { run: `./cosign sign --yes "$${variable}"`, why: 'who built it, for everybody to check' },
        {
          run: `./cosign attest --yes --type cyclonedx --predicate ${sbom(image)} "$${variable}"`,
          why: 'what is in it, signed too',
        },
      ]),
    ],
  );
}

/** Brings cosign, checked by its digest. */
function cosignJob(pins: Pins): readonly Line[] {
  const address = `https://github.com/sigstore/cosign/releases/download/${cosign.version}/cosign-linux-amd64`;
  return job('.cosign', 'Brings cosign, which signs and verifies.', [
    ...imageLines('kubernetes', pins),
    ...script(
      [
        { run: `curl --fail --silent --show-error --location --output cosign ${address}`, why: 'one version' },
        { run: `echo "${cosign.sha256}  cosign" | sha256sum -c -`, why: 'and exactly these bytes, or the job fails' },
        { run: 'chmod +x cosign', why: 'only now' },
      ],
      'before_script',
    ),
  ]);
}

function monitorJob(images: readonly ContainerImage[], pins: Pins): readonly Line[] {
  return job('monitor', 'What runs, against the vulnerabilities that are known today.', [
    'stage: post-deploy',
    'rules:',
    [
      '  - if: $CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      'every day (Build > Pipeline schedules); the gates on the source run then as well',
    ],
    ...imageLines('trivy', pins),
    'variables:',
    ['  GIT_STRATEGY: none', 'the code is not needed'],
    ['  TRIVY_USERNAME: $CI_REGISTRY_USER', 'the registry of the project'],
    ['  TRIVY_PASSWORD: $CI_REGISTRY_PASSWORD', 'the password of this job alone'],
    ...script(
      images.map((image) => ({
        run: `trivy image ${seriousOnly} "${repository(image)}:$CI_COMMIT_SHA"`,
        why: 'fails when something serious has become known: whoever made the schedule gets a mail',
      })),
    ),
  ]);
}
