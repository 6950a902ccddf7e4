import type { ImageName } from './pins.ts';
import type { ContainerImage, Project } from './project.ts';
import type { Command } from './toolchain.ts';

export type Stage = 'staging' | 'production';

/** How a project is brought to an environment and taken back. Commands are for a POSIX shell in the root. */
export interface Delivery {
  /** Where jobs run in images: the one with the tools. */
  readonly image: ImageName;
  /** What has to be there before the first deployment, for people. */
  readonly needs: readonly string[];
  /** Whether its tools talk to a cluster. */
  readonly usesCluster: boolean;
  deploy(stage: Stage): readonly Command[];
  verify(stage: Stage): readonly Command[];
  rollback(stage: Stage): readonly Command[];
}

/** What the deployment job knows what is deployed by: the image with its digest, else the commit. */
export function deliveryOf(project: Project): Delivery {
  if (project.chart !== undefined && project.images.length === 1) return helm(project.name, project.chart);
  if (project.manifests !== undefined && project.images.length === 1) return kubectl(project.name, project.manifests);
  if (project.terraform !== undefined && project.images.length === 0) return terraform(project.terraform);
  return scripts(project);
}

function answers(stage: Stage): Command {
  return {
    run: `curl --fail --silent --show-error --retry 5 --retry-all-errors --output /dev/null "https://$${stage.toUpperCase()}_HOST"`,
    why: 'the new version answers, or the job fails',
  };
}

function helm(name: string, chart: string): Delivery {
  return {
    image: 'kubernetes',
    usesCluster: true,
    needs: [`${chart} takes the image from the values image.repository and image.digest`],
    deploy: (stage) => [
      {
        run: `helm upgrade --install ${name} ${chart} --namespace ${stage} --atomic --wait --timeout 10m --set-string image.repository="\${IMAGE%@*}" --set-string image.digest="\${IMAGE#*@}"`,
        why: 'by digest; what does not come up is taken back at once',
      },
    ],
    verify: (stage) => [
      { run: `helm status ${name} --namespace ${stage}`, why: 'which revision runs' },
      answers(stage),
    ],
    rollback: (stage) => [
      { run: `helm rollback ${name} --namespace ${stage} --wait`, why: 'back to the revision before' },
    ],
  };
}

function kubectl(name: string, { directory, isKustomized }: NonNullable<Project['manifests']>): Delivery {
  const selector = `--selector app.kubernetes.io/name=${name}`;
  const render = isKustomized
    ? `kubectl kustomize ${directory} > /tmp/manifests.yaml`
    : `kubectl apply --dry-run=client --filename ${directory} --output yaml > /tmp/manifests.yaml`;
  return {
    image: 'kubernetes',
    usesCluster: true,
    needs: [
      `in ${directory} the image is written as IMAGE_BY_DIGEST, and its deployment has the label app.kubernetes.io/name: ${name}`,
    ],
    deploy: (stage) => [
      { run: render, why: 'all that belongs to it' },
      { run: 'grep -q IMAGE_BY_DIGEST /tmp/manifests.yaml', why: 'without a place for the digest nothing is deployed' },
      { run: 'sed -i "s|IMAGE_BY_DIGEST|$IMAGE|g" /tmp/manifests.yaml', why: 'the image, by digest' },
      { run: `kubectl apply --namespace ${stage} --filename /tmp/manifests.yaml`, why: 'deploy it' },
      {
        run: `kubectl rollout status deployment --namespace ${stage} ${selector} --timeout 10m`,
        why: 'wait until it runs',
      },
    ],
    verify: (stage) => [answers(stage)],
    rollback: (stage) => [
      { run: `kubectl rollout undo deployment --namespace ${stage} ${selector}`, why: 'back to the version before' },
    ],
  };
}

function terraform(directory: string): Delivery {
  const at = `terraform -chdir=${directory}`;
  const start = (stage: Stage): readonly Command[] => [
    {
      run: `${at} init -input=false -lockfile=readonly`,
      why: 'providers of .terraform.lock.hcl, checked by its hashes',
    },
    { run: `${at} workspace select -or-create=true ${stage}`, why: 'each environment has a state of its own' },
  ];
  const apply: readonly Command[] = [
    { run: `${at} plan -input=false -out=/tmp/plan`, why: 'what will change; the plan never leaves the job' },
    { run: `${at} apply -input=false /tmp/plan`, why: 'exactly what was planned' },
  ];
  return {
    image: 'terraform',
    usesCluster: false,
    needs: [
      'a backend for the state, and a role that trusts the identity token of the environment and nothing else; tell the provider where it finds the token',
    ],
    deploy: (stage) => [...start(stage), ...apply],
    verify: (stage) => [
      ...start(stage),
      { run: `${at} plan -input=false -detailed-exitcode`, why: 'fails when what is there is not what is written' },
    ],
    rollback: (stage) => [
      { run: `git checkout "$ROLLBACK_COMMIT" -- ${directory}`, why: 'the definitions before this change' },
      ...start(stage),
      ...apply,
    ],
  };
}

function scripts(project: Project): Delivery {
  const { images } = project;
  const what = images.length === 0 ? ['$COMMIT'] : images.map((image) => `$${imageVariable(project, image)}`);
  return {
    image: 'kubernetes',
    usesCluster: false,
    needs: [
      `ci/deploy.sh deploys: it is called with the stage and ${images.length === 0 ? 'the commit' : 'each image by digest'}`,
      'ci/rollback.sh takes the last deployment back: it is called with the stage',
    ],
    deploy: (stage) => [
      {
        run: `sh ci/deploy.sh ${stage} ${what.map((one) => `"${one}"`).join(' ')}`,
        why: 'how this project is deployed',
      },
    ],
    verify: (stage) => [answers(stage)],
    rollback: (stage) => [{ run: `sh ci/rollback.sh ${stage}`, why: 'back to the version before' }],
  };
}

/** The variable in which later jobs find an image by its digest. */
export function imageVariable({ images }: Project, { name }: ContainerImage): string {
  return images.length === 1 || name === '' ? 'IMAGE' : `IMAGE_${name.replaceAll('-', '_').toUpperCase()}`;
}
