import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';

/** A place where something leaves the pipeline: it is published for others, or it runs for users. */
export interface Release {
  readonly kind: 'publish' | 'deploy';
  /** An image, a package, or undefined when nobody knows. */
  readonly what?: 'image' | 'package';
  readonly job: Job;
  readonly at: TextRange;
  /** As a reader would name it: `docker push`, `environment production`. */
  readonly name: string;
  /** The image's name as written, where one is given. */
  readonly image?: string;
}

type Outcome = Pick<Release, 'kind' | 'what' | 'name' | 'image'>;

export function findReleases(pipeline: Pipeline): readonly Release[] {
  return pipeline.jobs.flatMap((job) => {
    const found = job.steps.flatMap((step) => inStep(step, job));
    const { environment } = job;
    if (environment?.action !== 'start') return found;
    const at = environment.name.range;
    return [...found, { kind: 'deploy' as const, job, at, name: `environment ${environment.name.text}` }];
  });
}

function inStep(step: Step, job: Job): readonly Release[] {
  if (step.kind === 'use') {
    const outcome = actionOutcome(step.uses.text, (name) => step.inputs?.text(name));
    return outcome ? [{ ...outcome, job, at: step.at }] : [];
  }
  return step.script.program.commands.flatMap((command) => {
    const outcome = commandOutcome(command);
    return outcome ? [{ ...outcome, job, at: step.script.range(command.start, command.end) }] : [];
  });
}

function commandOutcome(command: ShellCommand): Outcome | undefined {
  const { name = '', args } = command;
  const words = args.map(({ value, text }) => value ?? text);
  const [verb = '', second = ''] = words.filter((word) => !word.startsWith('-'));
  const has = (...options: readonly string[]): boolean =>
    words.some((word) => options.some((option) => word === option || word.startsWith(`${option}=`)));
  const image = words.findLast((word) => !word.startsWith('-'));
  const pushed: Outcome = {
    kind: 'publish',
    what: 'image',
    name: `${name} ${verb}`,
    ...(image !== undefined && { image: image.replaceAll(/["']/g, '') }),
  };
  const packaged: Outcome = { kind: 'publish', what: 'package', name: `${name} ${verb}` };
  const deployed: Outcome = { kind: 'deploy', name: `${name} ${verb}` };
  if (has('--dry-run')) return undefined;
  switch (name) {
    case 'docker':
    case 'podman':
    case 'buildah':
    case 'nerdctl':
      if (verb === 'push' || (verb === 'image' && second === 'push')) return pushed;
      return (verb === 'build' || verb === 'buildx') && has('--push')
        ? { kind: 'publish', what: 'image', name: `${name} build --push` }
        : undefined;
    case 'crane':
    case 'skopeo':
    case 'oras':
      return /^(?:push|copy|cp)$/.test(verb) ? pushed : undefined;
    case 'executor':
      return has('--destination', '-d') && !has('--no-push')
        ? { kind: 'publish', what: 'image', name: 'kaniko' }
        : undefined;
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'cargo':
    case 'poetry':
    case 'flit':
    case 'uv':
    case 'hatch':
      return verb === 'publish' ? packaged : undefined;
    case 'twine':
      return verb === 'upload' ? packaged : undefined;
    case 'gem':
      return verb === 'push' ? packaged : undefined;
    case 'mvn':
    case 'mvnw':
      return words.includes('deploy') ? packaged : undefined;
    case 'gradle':
    case 'gradlew':
      return words.some((word) => /^:?(?:[\w-]+:)*publish/.test(word)) ? packaged : undefined;
    case 'goreleaser':
    case 'semantic-release':
      return packaged;
    case 'gh':
    case 'release-cli':
    case 'glab':
      return (verb === 'release' && /^(?:create|upload)$/.test(second)) || (name === 'release-cli' && verb === 'create')
        ? packaged
        : undefined;
    case 'kubectl':
    case 'oc':
      return /^(?:apply|set|create|replace|patch)$/.test(verb) && second !== 'secret' ? deployed : undefined;
    case 'helm':
      if (verb === 'push') return packaged;
      return verb === 'upgrade' || verb === 'install' ? deployed : undefined;
    case 'terraform':
    case 'tofu':
    case 'terragrunt':
    case 'pulumi':
      return verb === 'apply' || verb === 'up' ? deployed : undefined;
    case 'ansible-playbook':
    case 'cap':
      return deployed;
    case 'serverless':
    case 'sls':
    case 'cdk':
    case 'sam':
    case 'netlify':
    case 'firebase':
    case 'flyctl':
    case 'fly':
    case 'wrangler':
      return verb === 'deploy' || verb === 'publish' ? deployed : undefined;
    case 'aws':
      return /^(?:update-service|create-deployment|update-function-code|deploy|sync)$/.test(second)
        ? deployed
        : undefined;
    case 'gcloud':
      return words.includes('deploy') ? deployed : undefined;
    case 'az':
      return /^(?:webapp|functionapp|containerapp|deployment)$/.test(verb) ? deployed : undefined;
    default:
      return undefined;
  }
}

function actionOutcome(uses: string, input: (name: string) => string | undefined): Outcome | undefined {
  const name = uses.split('@')[0]?.toLowerCase() ?? '';
  const short = name.split('/').slice(0, 2).join('/');
  if (short === 'docker/build-push-action' || short === 'redhat-actions/push-to-registry') {
    const pushes = short !== 'docker/build-push-action' || /^(?:true|\$\{\{.*)$/.test(input('push') ?? '');
    return pushes ? { kind: 'publish', what: 'image', name: short } : undefined;
  }
  if (
    /^(?:pypa\/gh-action-pypi-publish|js-devtools\/npm-publish|softprops\/action-gh-release|ncipollo\/release-action|goreleaser\/goreleaser-action|rubygems\/release-gem)$/.test(
      short,
    )
  ) {
    return { kind: 'publish', what: 'package', name: short };
  }
  if (
    /^(?:actions\/deploy-pages|azure\/(?:webapps-deploy|functions-action|k8s-deploy)|aws-actions\/amazon-ecs-deploy-task-definition|google-github-actions\/deploy-|peaceiris\/actions-gh-pages|cloudflare\/wrangler-action|superfly\/flyctl-actions|appleboy\/ssh-action)/.test(
      short,
    )
  ) {
    return { kind: 'deploy', name: short };
  }
  return undefined;
}
