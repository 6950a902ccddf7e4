import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { isMovable, namedImage } from '../../gates/image-argument.ts';
import type { Variable } from '../../model/variable.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const deployUnverified: PipelineRule = {
  id: 'pipeline/deploy-unverified',
  title: 'Deployed by a name that moves',
  severity: 'high',
  confidence: 'high',
  cwe: [367, 345],
  tags: ['CICD-SEC-9', 'SLSA-L2'],
  why: 'Between the scan and the deployment, and at every restart after it, another image can stand behind that tag; what runs is not what was checked.',
  fix: 'Deploy the digest that the build reported (`name@sha256:…`), at least a tag made of the commit, and verify its signature first.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('kubectl set image deployment/app app=registry.example.com/app:latest'),
    gitlabScript('helm upgrade app ./chart --set image.tag=$CI_COMMIT_REF_SLUG'),
    githubScript([], 'gcloud run deploy app --image gcr.io/p/app:latest'),
    githubScript([], 'helm upgrade app ./chart --set-string image.tag=main'),
  ],
  good: [
    gitlabScript('kubectl set image deployment/app app=registry.example.com/app:$CI_COMMIT_SHA'),
    gitlabScript('helm upgrade app ./chart --set image.tag=$CI_COMMIT_SHORT_SHA'),
    githubScript([], `gcloud run deploy app --image gcr.io/p/app@sha256:${'1f'.repeat(32)}`),
    githubScript([], 'helm upgrade app ./chart --set service.port=80'),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const { kind, step, command, job } of findReleases(pipeline)) {
        if (kind !== 'deploy' || !command || step?.kind !== 'run') continue;
        for (const { start, end, name } of deployedImages(command, job.variables)) {
          yield { at: step.script.range(start, end), message: `${name} is deployed by a tag that can be moved` };
        }
      }
    },
  },
};

interface Deployed {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

function deployedImages({ name: program, args }: ShellCommand, variables: readonly Variable[]): readonly Deployed[] {
  return args.flatMap((word, index): readonly Deployed[] => {
    const text = word.text.replaceAll(/["']/g, '');
    const option = args[index - 1]?.value ?? '';
    const named =
      program === 'kubectl' || program === 'oc'
        ? /^[\w*-]+=(?<image>\S+[/:]\S+)$/.exec(text)
        : /^--image=(?<image>\S+)$/.exec(text);
    const image = named?.groups?.['image'] ?? (option === '--image' ? text : undefined);
    if (image !== undefined) {
      const reference = namedImage(image, variables);
      return reference && isMovable(reference) ? [{ start: word.start, end: word.end, name: image }] : [];
    }
    const tag = /^--set(?:-string)?$/.test(option)
      ? /(?:^|,)[\w.]*[iI]mage\.tag=(?<tag>[^,]+)/.exec(text)?.groups?.['tag']
      : undefined;
    const reference = tag === undefined ? undefined : namedImage(`chart:${tag}`, variables);
    return reference && isMovable(reference)
      ? [{ start: word.start, end: word.end, name: `the tag ${tag ?? ''}` }]
      : [];
  });
}
