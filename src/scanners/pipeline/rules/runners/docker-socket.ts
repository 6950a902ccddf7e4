import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { isSelfHosted, selfHosted } from './self-hosted.ts';

export const dockerSocket: PipelineRule = {
  id: 'pipeline/docker-socket',
  title: 'Container gets the Docker socket of the host',
  severity: 'high',
  confidence: 'high',
  cwe: [250],
  tags: ['CICD-SEC-5', 'CICD-SEC-7'],
  why: 'Whoever talks to the socket is root on the machine that runs it: it starts a container that mounts everything.',
  fix: 'Do not mount it; build rootless, or use a daemon that belongs to the job alone.',
  dialects: everyDialect,
  bad: [
    gitlabScript('docker run -v /var/run/docker.sock:/var/run/docker.sock scanner'),
    gitlabScript('docker run --mount type=bind,source=/var/run/docker.sock,target=/var/run/docker.sock scanner'),
    selfHosted(githubScript([], 'docker run --privileged -v /:/host alpine chroot /host')),
    selfHosted(githubScript([], 'podman run --volume=/var/run/docker.sock:/s tool')),
  ],
  good: [
    gitlabScript('docker run -v "$PWD:/src" scanner'),
    gitlabScript('ls -l /var/run/docker.sock'),
    githubScript([], 'docker run -v /tmp/cache:/cache tool'),
    githubScript([], 'docker build .'),
    githubScript([], 'docker run --privileged tool'),
  ],
  checks: {
    *command({ command, step, job, pipeline }) {
      // A hosted runner of GitHub is a machine for one job: there is no other to reach.
      if (pipeline.dialect === 'github' && !isSelfHosted(job)) return;
      if (!/^(?:docker|podman|nerdctl)$/.test(command.name ?? '')) return;
      const word = command.args.find(({ prefix }) =>
        /(?:^|[=,:])(?:\/var)?\/run\/docker\.sock|^(?:-v|--volume=)?\/:\/|^--privileged(?:=true)?$/.test(prefix),
      );
      if (word)
        yield { at: step.script.range(word.start, word.end), message: `${word.text} gives the container the host` };
    },
  },
};
