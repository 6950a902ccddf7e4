import { seriousOnly } from '../gate-tools.ts';
import type { Line } from '../lines.ts';
import type { Pins } from '../pins.ts';
import type { ContainerImage, Project } from '../project.ts';
import { container } from './gate-jobs.ts';
import {
  alertPermissions,
  changed,
  checkout,
  download,
  job,
  released,
  run,
  upload,
  uploadSarif,
  type Branch,
} from './job.ts';

/** Ids of the jobs that deal with one image. */
export function imageJobIds(image: ContainerImage) {
  const end = suffix(image);
  return { build: `image${end}`, scan: `image-scan${end}`, publish: `publish${end}` };
}

/**
 * Built once into a file, scanned as that file, published only then, attested by the digest that the registry gives it.
 * @param gates ids of the jobs that have to pass before anything is published
 */
export function imageJobs(project: Project, gates: readonly string[], branch: Branch, pins: Pins): readonly Line[] {
  return [
    ...project.images.flatMap((image) => [
      ...buildJob(image, pins),
      ...scanJob(image, pins),
      ...publishJob(image, gates, branch, pins),
    ]),
    ...(project.images.length > 0 ? monitorJob(project.images, pins) : []),
  ];
}

function suffix({ name }: ContainerImage): string {
  return name === '' ? '' : `-${name}`;
}

/** Names of images are lower case, those of repositories need not be. */
function repository({ name }: ContainerImage): string {
  return `ghcr.io/\${GITHUB_REPOSITORY,,}${name === '' ? '' : `/${name}`}`;
}

function buildJob(image: ContainerImage, pins: Pins): readonly Line[] {
  const id = imageJobIds(image).build;
  return job({
    id,
    name: `Build ${id}`,
    purpose: 'The image, built once, into a file: nobody can pull it before it is scanned.',
    condition: changed,
    steps: [
      ...checkout(pins),
      ...run({
        run: `docker buildx build --provenance=false --file ${image.dockerfile} --output type=docker,dest=image.tar ${image.directory}`,
        why: 'provenance is attested below, by the digest',
      }),
      ...upload(pins, id, 'image.tar', 1),
    ],
  });
}

function scanJob(image: ContainerImage, pins: Pins): readonly Line[] {
  const { build, scan } = imageJobIds(image);
  const look = 'trivy image --input image.tar';
  return job({
    id: scan,
    name: `Gate: ${scan}`,
    purpose: 'The scan of exactly this image, and its bill of materials.',
    needs: [build],
    condition: changed,
    permissions: alertPermissions,
    keys: container('trivy', pins),
    steps: [
      ...checkout(pins),
      ...download(pins, build),
      ...run({ run: `${look} --format cyclonedx --output sbom.cdx.json`, why: 'the bill of materials' }),
      ...run({ run: `${look} --format sarif --output image.sarif`, why: 'all of it, as a report' }),
      ...run({ run: `${look} ${seriousOnly}`, why: 'the gate: what is serious fails the job' }),
      ...uploadSarif(pins, 'image.sarif', scan),
      ...upload(pins, `sbom${suffix(image)}`, 'sbom.cdx.json', 7),
    ],
  });
}

function publishJob(image: ContainerImage, gates: readonly string[], branch: Branch, pins: Pins): readonly Line[] {
  const { build, scan, publish } = imageJobIds(image);
  const subject = [
    ['    subject-name: ${{ steps.name.outputs.name }}', 'bound to this name'],
    ['    subject-digest: ${{ steps.push.outputs.digest }}', 'and this digest'],
    ['    push-to-registry: true', 'kept beside the image'],
  ] as const;
  return job({
    id: publish,
    name: `Publish ${build}`,
    purpose: 'Into the registry, once every gate before has passed; signed provenance and bill of materials.',
    needs: [...gates, build, scan],
    condition: released(branch),
    permissions: [
      ['contents: read', 'the code'],
      ['packages: write', 'to push the image'],
      ['id-token: write', 'to sign under the identity of this workflow: no key to lose'],
      ['attestations: write', 'to keep what was signed'],
    ],
    keys: [
      'outputs:',
      [
        '  image: ${{ steps.name.outputs.name }}@${{ steps.push.outputs.digest }}',
        'from here on it is called by its digest',
      ],
    ],
    steps: [
      ...download(pins, build),
      ...download(pins, `sbom${suffix(image)}`),
      ...login(),
      ...run(
        { run: `echo "name=${repository(image)}" >> "$GITHUB_OUTPUT"`, why: 'names of images are lower case' },
        { id: 'name' },
      ),
      ...run(
        {
          run: 'skopeo copy --digestfile digest.txt docker-archive:image.tar "docker://$NAME:$GITHUB_SHA"',
          why: 'the file that was scanned, under the name of the commit',
        },
        { env: [['NAME: ${{ steps.name.outputs.name }}', 'as a variable: no text becomes code']] },
      ),
      ...run(
        { run: 'echo "digest=$(cat digest.txt)" >> "$GITHUB_OUTPUT"', why: 'as the registry names it' },
        { id: 'push' },
      ),
      [`- uses: ${pins.action('actions/attest')}`, 'provenance: from which commit and by which workflow'],
      '  with:',
      ...subject,
      [`- uses: ${pins.action('actions/attest')}`, 'what is in it'],
      '  with:',
      ...subject,
      ['    sbom-path: sbom.cdx.json', 'as the scan wrote it'],
    ],
  });
}

/** The token of the job as the password, not in the list of processes. */
export function login(): readonly Line[] {
  return run(
    {
      run: 'printf %s "$TOKEN" | docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin',
      why: 'the token of this job, which ends with it',
    },
    { env: [['TOKEN: ${{ github.token }}', 'may push or pull images, as the permissions above say']] },
  );
}

function monitorJob(images: readonly ContainerImage[], pins: Pins): readonly Line[] {
  return job({
    id: 'monitor',
    name: 'Monitor what runs',
    purpose: 'What runs, against the vulnerabilities that are known today; the gates on the source run then as well.',
    condition: ["github.event_name == 'schedule'", 'every day'],
    permissions: [['packages: read', 'to pull the image']],
    keys: container('trivy', pins),
    steps: images.flatMap((image) =>
      run(
        {
          run: `trivy image ${seriousOnly} "$IMAGE:$GITHUB_SHA"`,
          why: 'fails when something serious has become known: the owner of the workflow gets a mail',
        },
        {
          env: [
            [
              `IMAGE: ghcr.io/\${{ github.repository }}${image.name === '' ? '' : `/${image.name}`}`,
              'in lower case if yours is not',
            ],
            ['TRIVY_USERNAME: ${{ github.actor }}', 'the registry wants a name'],
            ['TRIVY_PASSWORD: ${{ github.token }}', 'the token of this job, which ends with it'],
          ],
        },
      ),
    ),
  });
}
