import { imageName } from '../pins/tag-stability.ts';
import { gitlabService } from '../pins/image-examples.ts';
import type { PipelineRule } from '../../rule.ts';
import { isSelfHosted } from './self-hosted.ts';

const gh = (container: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: self-hosted\n    container:\n      image: node:20.1.0\n${container}    steps:\n      - run: make\n`,
});

export const privilegedRunner: PipelineRule = {
  id: 'pipeline/privileged-runner',
  title: 'Job needs a privileged container',
  severity: 'medium',
  confidence: 'high',
  cwe: [250],
  tags: ['CICD-SEC-5', 'CICD-SEC-7', 'CIS-2.2.2'],
  why: 'A Docker daemon inside the job runs only with `privileged`, and then every job of that runner can leave its container: it sees the host, other jobs and their secrets.',
  fix: 'Build without privileges (buildah or BuildKit rootless), or keep a runner of its own, used once, for these jobs and protected branches only.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabService('docker:24.0.9-dind'),
    gitlabService('docker:dind'),
    gh('      options: --privileged\n'),
    gh('      options: --cpus 2 --cap-add=SYS_ADMIN\n'),
  ],
  good: [
    gitlabService('postgres:16.2'),
    gitlabService('docker:24.0.9-dind-rootless'),
    gh('      options: --cpus 2\n'),
    gh('      options: --cap-drop=ALL\n'),
  ],
  checks: {
    *image(image) {
      const text = image.resolved ?? image.reference.text;
      if (
        image.role === 'service' &&
        /(?:^|\/)docker$/.test(imageName(image)) &&
        /dind/.test(text) &&
        !/rootless/.test(text)
      ) {
        yield { at: image.reference.range, message: `${text} runs only in a privileged container` };
      }
    },
    *job(job, { dialect }) {
      if (dialect === 'github' && !isSelfHosted(job)) return;
      const { body } = job;
      const options = body.map('container')?.entry('options');
      const text = options?.value.kind === 'scalar' ? options.value.text : '';
      const found =
        /--privileged|--cap-add[= ](?:SYS_ADMIN|ALL|SYS_PTRACE)|--device[= ]\S+|--pid[= ]host|--(?:net|network)[= ]host/i.exec(
          text,
        )?.[0];
      if (options && found !== undefined)
        yield { at: options.value.range, message: `${found} opens the host to the job` };
    },
  },
};
