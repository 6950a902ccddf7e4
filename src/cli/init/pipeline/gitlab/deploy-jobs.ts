import type { Delivery, Stage } from '../delivery.ts';
import { imageVariable } from '../delivery.ts';
import type { Line } from '../lines.ts';
import type { Pins } from '../pins.ts';
import type { Project } from '../project.ts';
import type { Command } from '../toolchain.ts';
import { imageJobNames } from './image-jobs.ts';
import { artifacts, imageLines, job, merged, released, script } from './job.ts';

/** Staging, the test of what runs there, production behind its approval, verification, the way back. */
export function deployJobs(project: Project, delivery: Delivery, pins: Pins): readonly Line[] {
  return [
    ...deployJob('staging', 'Staging: what is merged goes there by itself.', project, delivery, pins),
    ...dastJob(pins),
    ...deployJob(
      'production',
      'Production. Protect the environment in the settings (Deployments > Protected environments) and require approvals: who may press the button is decided there, not here.',
      project,
      delivery,
      pins,
    ),
    ...afterJob('verify', 'Does it work? If not, the way back is taken by itself.', project, delivery, pins),
    ...afterJob('rollback', 'The way back.', project, delivery, pins),
  ];
}

/** What a deployment waits for, and what brings it the names of the images. */
function needs(stage: Stage, { images }: Project): readonly Line[] {
  const published = images.map((image) => imageJobNames(image).publish);
  const signed = images.map((image) => imageJobNames(image).sign);
  const before = stage === 'staging' ? signed : ['dast'];
  const all = [...published, ...before].map((name) => `"${name}"`).join(', ');
  if (all === '') return [];
  return [[`needs: [${all}]`, stage === 'staging' ? 'what is signed' : 'what staging was tested with']];
}

function deployJob(stage: Stage, purpose: string, project: Project, delivery: Delivery, pins: Pins): readonly Line[] {
  const hasImage = project.images.length > 0;
  const extended = hasImage ? ['.cosign'] : [];
  const isProduction = stage === 'production';
  return job(`deploy:${stage}`, purpose, [
    'stage: deploy',
    ...(isProduction
      ? extended.map((name): Line => [`extends: ${name}`, 'to verify signatures'])
      : [[`extends: ${hasImage ? '[.cosign, .release]' : '.release'}`, 'only what was merged'] as const]),
    ...(hasImage ? [] : imageLines(delivery.image, pins)),
    ...needs(stage, project),
    ...(isProduction ? productionRules('manual') : []),
    ...environment(stage, 'deploy'),
    ...identity(stage, project, delivery),
    ...script([...verifySignatures(project), ...access(delivery, project), ...delivery.deploy(stage)]),
  ]);
}

function productionRules(when: 'manual' | 'on_success' | 'on_failure'): readonly Line[] {
  return [
    'rules:',
    ['  - if: $CI_DEPLOY_FREEZE', 'not in a freeze period (Settings > CI/CD > Deploy freezes)'],
    '    when: never',
    [`  - if: ${merged}`, 'only what was merged'],
    ...(when === 'manual'
      ? ([['    when: manual', 'the pipeline waits until somebody who may has decided']] as const)
      : when === 'on_failure'
        ? ([['    when: on_failure', 'only when the deployment or its verification has failed']] as const)
        : []),
  ];
}

function environment(stage: Stage, action: 'deploy' | 'verify'): readonly Line[] {
  return [
    'environment:',
    `  name: ${stage}`,
    `  url: https://$${stage.toUpperCase()}_HOST`,
    ...(action === 'verify'
      ? ([['  action: verify', 'looks at it, deploys nothing']] as const)
      : ([
          [`resource_group: ${stage}`, 'one deployment at a time'],
          ['interruptible: false', 'a newer pipeline does not leave it half done'],
        ] as const)),
  ];
}

/** An identity for the environment instead of keys that somebody keeps. */
function identity(stage: Stage, { name }: Project, { usesCluster }: Delivery): readonly Line[] {
  if (usesCluster) return [];
  return [
    'id_tokens:',
    '  DEPLOY_ID_TOKEN:',
    [
      `    aud: https://${name}.${stage}.deploy`,
      'an audience of its own; let the role trust it and this environment only',
    ],
  ];
}

function verifySignatures(project: Project): readonly Command[] {
  return project.images.map((image) => ({
    run: `./cosign verify --certificate-oidc-issuer "$CI_SERVER_URL" --certificate-identity "$CI_PROJECT_URL//.gitlab-ci.yml@refs/heads/$CI_DEFAULT_BRANCH" "$${imageVariable(project, image)}"`,
    why: 'only what this pipeline has signed',
  }));
}

function access(delivery: Delivery, { images }: Project): readonly Command[] {
  if (delivery.usesCluster) {
    return [
      {
        run: 'kubectl config use-context "$KUBE_CONTEXT"',
        why: 'the access that the agent of the cluster gives to this environment',
      },
    ];
  }
  const isCommit = images.length === 0 && delivery.image !== 'terraform';
  return isCommit ? [{ run: 'export COMMIT="$CI_COMMIT_SHA"', why: 'what is deployed' }] : [];
}

function dastJob(pins: Pins): readonly Line[] {
  return job('dast', 'A look at the running application from outside, before production.', [
    'stage: deploy',
    released,
    ...imageLines('zap', pins),
    ['needs: ["deploy:staging"]', 'what was just deployed'],
    'variables:',
    ['  GIT_STRATEGY: none', 'the code is not needed'],
    ...script([
      { run: 'mkdir -p /zap/wrk', why: 'where reports are written' },
      {
        run: 'zap-baseline.py -t "https://$STAGING_HOST" -x zap.xml',
        why: 'a warning fails the job too; what is accepted goes to a file for -c',
      },
      { run: 'cp /zap/wrk/zap.xml zap.xml', why: 'for the artifacts' },
    ]),
    ...artifacts({ paths: ['zap.xml'] }),
  ]);
}

function afterJob(
  role: 'verify' | 'rollback',
  purpose: string,
  project: Project,
  delivery: Delivery,
  pins: Pins,
): readonly Line[] {
  const isRollback = role === 'rollback';
  const isTerraform = delivery.image === 'terraform';
  return job(`${role}:production`, purpose, [
    'stage: post-deploy',
    ...imageLines(delivery.image, pins),
    isRollback
      ? ['needs: ["deploy:production", "verify:production"]', 'when one of them fails']
      : ['needs: ["deploy:production"]', 'right after it'],
    ...productionRules(isRollback ? 'on_failure' : 'on_success'),
    ...(isRollback && isTerraform
      ? ([
          'variables:',
          ['  GIT_DEPTH: "0"', 'the commit before is there'],
          ['  ROLLBACK_COMMIT: $CI_COMMIT_BEFORE_SHA', 'what was deployed before'],
        ] as const)
      : []),
    ...environment('production', isRollback ? 'deploy' : 'verify'),
    ...(isRollback || isTerraform ? identity('production', project, delivery) : []),
    ...script([
      ...(delivery.usesCluster ? access(delivery, project) : []),
      ...(isRollback ? delivery.rollback('production') : []),
      ...delivery.verify('production'),
    ]),
  ]);
}
