import type { TextRange } from '../../../../lib/text/source-text.ts';
import { textOf, YamlMap } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';
import { everyDialect, type Issue, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { isSelfHosted, selfHosted } from './self-hosted.ts';

const container = (rest: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: [self-hosted, linux]\n    container:\n      image: tool@sha256:${'0b'.repeat(32)}\n${rest}    steps:\n      - run: make\n`,
});

/** Directories of the host whose content gives other jobs, or the machine, away. `/` and the socket have a rule of their own in commands. */
const hostPath =
  /^\/(?:(?:etc|root|home|proc|sys|boot|dev(?=[:,]|$)|var\/lib\/(?:docker|containerd|kubelet)|var\/run|run)(?:\/|:|,|$))/;
const wholeHost = /^\/:|^(?:\/var)?\/run\/docker\.sock/;

export const hostMount: PipelineRule = {
  id: 'pipeline/host-mount',
  title: 'Container gets a directory of the host',
  severity: 'high',
  confidence: 'high',
  cwe: [250, 653],
  tags: ['CICD-SEC-5', 'CICD-SEC-7'],
  why: 'What is mounted belongs to the machine and to every other job on it: keys, credentials of the runner, other containers; written to, it is a way out of the container.',
  fix: 'Mount the working directory alone; hand over what else is needed as an artifact or a secret.',
  dialects: everyDialect,
  bad: [
    gitlabScript('docker run -v /etc:/host/etc:ro tool audit'),
    gitlabScript('docker run --mount type=bind,source=/root,target=/r tool'),
    gitlabScript('podman run --volume=/var/lib/docker:/d tool'),
    selfHosted(githubScript([], 'docker run -v /home/runner/.ssh:/root/.ssh tool')),
    container('      volumes: ["/var/run/docker.sock:/var/run/docker.sock"]\n'),
    container('      options: --volume /root:/host-root\n'),
  ],
  good: [
    gitlabScript('docker run -v "$PWD:/src" -v /etc/localtime:/etc/localtime:ro tool'),
    gitlabScript('docker run -v /builds/cache:/cache -w /etc tool'),
    gitlabScript('docker run tool cat /etc/passwd'),
    githubScript([], 'docker run -v /home/runner/work:/w tool'),
    container('      volumes: ["/data/cache:/cache", "named:/etc"]\n      options: --cpus 2\n'),
  ],
  checks: {
    *job(job, pipeline) {
      if (pipeline.dialect !== 'github' || !isSelfHosted(job)) return;
      for (const { text, at } of containerMounts(job)) {
        if (hostPath.test(text) || wholeHost.test(text)) yield given(text, at);
      }
    },
    *command({ command, step, job, pipeline }) {
      // A hosted runner of GitHub is a machine for one job: there is no other to reach.
      if (pipeline.dialect === 'github' && !isSelfHosted(job)) return;
      if (!/^(?:docker|podman|nerdctl)$/.test(command.name ?? '')) return;
      for (const [index, { prefix, start, end }] of command.args.entries()) {
        const mount = mountOf(prefix, command.args[index - 1]?.prefix);
        if (mount !== undefined && isTelling(mount)) yield given(mount, step.script.range(start, end));
      }
    },
  },
};

function given(mount: string, at: TextRange): Issue {
  return { at, message: `${mount.split(/[:,]/, 1)[0] ?? mount} of the host is in the container` };
}

/** The clock says nothing of the machine. */
function isTelling(mount: string): boolean {
  return (
    hostPath.test(mount) &&
    !/^\/etc\/(?:localtime|timezone|ssl\/certs|ca-certificates|os-release)\b|^\/(?:var\/)?run\/docker\.sock/.test(mount)
  );
}

/** What a word of a command mounts: a path of the host, and the rest. */
function mountOf(word: string, before: string | undefined): string | undefined {
  const inline = /^(?:-v|--volume)[= ]?(?<mount>\/.*)$/.exec(word)?.groups?.['mount'];
  if (inline !== undefined) return inline;
  if (before === '-v' || before === '--volume') return word;
  const bind = before === '--mount' || word.startsWith('--mount=');
  return bind ? /(?:^|[,=])(?:source|src)=(?<mount>\/[^,]*)/.exec(word)?.groups?.['mount'] : undefined;
}

/** What the containers of a job mount by `volumes` and `options`. */
function* containerMounts(job: Job): Generator<{ readonly text: string; readonly at: TextRange }> {
  const services = job.body.map('services')?.entries.map(({ value }) => value) ?? [];
  for (const node of [job.body.get('container'), ...services]) {
    if (!(node instanceof YamlMap)) continue;
    for (const item of node.list('volumes')) if (item.kind === 'scalar') yield { text: item.text, at: item.range };
    for (const item of node.list('options')) {
      const words = (textOf(item) ?? '').split(/\s+/);
      for (const [index, word] of words.entries()) {
        const mount = mountOf(word, words[index - 1]);
        if (mount !== undefined) yield { text: mount, at: item.range };
      }
    }
  }
}
