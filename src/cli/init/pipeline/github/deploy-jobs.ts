import { imageVariable, type Delivery, type Stage } from '../delivery.ts';
import type { Line } from '../lines.ts';
import { releaseIn, type Pins } from '../pins.ts';
import type { Project } from '../project.ts';
import { imageJobIds, login } from './image-jobs.ts';
import { checkout, job, released, run, type Branch } from './job.ts';

/**
 * Staging, the test of what runs there, production behind its approval with verification and the way back.
 * @param gates ids of the jobs that have to pass before anything is deployed
 */
export function deployJobs(
  project: Project,
  delivery: Delivery,
  gates: readonly string[],
  branch: Branch,
  pins: Pins,
): readonly Line[] {
  const published = project.images.map((image) => imageJobIds(image).publish);
  return [
    ...job({
      id: 'staging',
      name: 'Deploy to staging',
      purpose: 'Staging: what is merged goes there by itself.',
      needs: published.length > 0 ? published : gates,
      condition: released(branch),
      permissions: permissions(project),
      keys: keys('staging', project),
      steps: deploySteps('staging', project, delivery, pins),
    }),
    ...job({
      id: 'dast',
      name: 'Gate: test of what runs',
      purpose: 'A look at the running application from outside, before production.',
      needs: ['staging'],
      condition: released(branch),
      permissions: [['contents: none', 'nothing but the address']],
      steps: run({
        run: `docker run --rm ${pins.image('zap')} zap-baseline.py -t "https://$STAGING_HOST"`,
        why: 'a warning fails the job too; what is accepted goes to a file for -c',
      }),
    }),
    ...job({
      id: 'production',
      name: 'Deploy to production',
      purpose:
        'Production. Protect the environment in the settings (Environments > production): required reviewers, no self-review, this branch only.',
      needs: ['dast', ...published],
      condition: [
        `${released(branch)[0]} && vars.DEPLOY_FREEZE != 'true'`,
        'not while the variable DEPLOY_FREEZE is set',
      ],
      permissions: permissions(project),
      keys: keys('production', project),
      steps: [
        ...deploySteps('production', project, delivery, pins),
        ...delivery.verify('production').flatMap((command) => run(command)),
        ...delivery
          .rollback('production')
          .flatMap((command) =>
            run({ ...command, why: `the way back, by itself: ${command.why}` }, { condition: 'failure()' }),
          ),
      ],
    }),
  ];
}

function permissions({ images }: Project): readonly (readonly [string, string])[] {
  return [
    ['contents: read', 'the code'],
    ['id-token: write', 'an identity for the environment instead of keys that somebody keeps'],
    ...(images.length > 0
      ? ([
          ['packages: read', 'to pull the image'],
          ['attestations: read', 'to verify what was signed'],
        ] as const)
      : []),
  ];
}

function keys(stage: Stage, project: Project): readonly Line[] {
  const { images } = project;
  const variables: readonly Line[] =
    images.length === 0
      ? [['  COMMIT: ${{ github.sha }}', 'what is deployed']]
      : images.map((image): Line => {
          const { publish } = imageJobIds(image);
          return [
            `  ${imageVariable(project, image)}: \${{ needs.${publish}.outputs.image }}`,
            'the digest, not a name that can move',
          ];
        });
  return [
    'environment:',
    `  name: ${stage}`,
    `  url: https://\${{ vars.${stage.toUpperCase()}_HOST }}`,
    'concurrency:',
    [`  group: ${stage}`, 'one deployment at a time'],
    ['  cancel-in-progress: false', 'a newer run does not leave it half done'],
    'env:',
    ...variables,
    ...(stage === 'production'
      ? [['  ROLLBACK_COMMIT: ${{ github.event.before }}', 'what was deployed before'] as const]
      : []),
  ];
}

function deploySteps(stage: Stage, project: Project, delivery: Delivery, pins: Pins): readonly Line[] {
  return [
    ...checkout(pins, delivery.image === 'terraform' ? 'whole' : undefined),
    ...(delivery.image === 'terraform'
      ? ([
          [`- uses: ${pins.action('hashicorp/setup-terraform')}`, 'Terraform'],
          '  with:',
          [`    terraform_version: ${releaseIn('terraform')}`, 'one version, not the newest'],
        ] as const)
      : []),
    ...verifySteps(project),
    ...(delivery.usesCluster
      ? run({
          run: `sh ci/cluster-access.sh ${stage}`,
          why: 'your cloud: a short-lived kubeconfig for the identity of this job',
        })
      : []),
    ...delivery.deploy(stage).flatMap((command) => run(command)),
  ];
}

function verifySteps(project: Project): readonly Line[] {
  if (project.images.length === 0) return [];
  return [
    ...login(),
    ...project.images.flatMap((image) =>
      run(
        {
          run: `gh attestation verify "oci://$${imageVariable(project, image)}" --repo "$GITHUB_REPOSITORY" --source-ref "$GITHUB_REF"`,
          why: 'only what this workflow has made',
        },
        { env: [['GH_TOKEN: ${{ github.token }}', 'to read what was signed']] },
      ),
    ),
  ];
}
