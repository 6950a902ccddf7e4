import type { SourceText } from '../../../../lib/text/source-text.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

const config = (lines: string) => ({
  path: '.gitlab-ci.yml',
  code: 'job:\n  script: [make]\n',
  beside: {
    'runner/config.toml': `concurrent = 4\n\n[[runners]]\n  name = "r"\n  executor = "docker"\n  [runners.docker]\n${lines}`,
  },
});

export const runnerConfig: PipelineRule = {
  id: 'pipeline/runner-config',
  title: 'Runner gives its jobs the machine',
  severity: 'high',
  confidence: 'high',
  cwe: [250, 653],
  tags: ['CICD-SEC-7', 'CIS-2.1.5'],
  why: 'A job is whatever somebody pushed: with these settings it leaves its container, reads what other jobs left, or takes their place.',
  fix: 'Run unprivileged containers, mount nothing of the host, pull images always, list the images that are allowed; use the shell executor for nothing that others can change.',
  dialects: ['gitlab'],
  bad: [
    config('    privileged = true\n'),
    config('    volumes = ["/cache", "/var/run/docker.sock:/var/run/docker.sock"]\n'),
    config('    pull_policy = "if-not-present"\n    cap_add = ["SYS_ADMIN"]\n'),
    { ...config(''), beside: { 'config.toml': '[[runners]]\n  executor = "shell"\n' } },
  ],
  good: [
    config('    privileged = false\n    volumes = ["/cache"]\n    pull_policy = "always"\n'),
    config('    # privileged = true\n'),
    { ...config(''), beside: { 'hugo/config.toml': 'title = "site"\nprivileged = true\n' } },
    { ...config(''), beside: { 'config.toml': '[tool]\nexecutor = "shell"\n' } },
  ],
  checks: {
    *repository(_pipelines, { files }) {
      for (const path of [...files.paths()].sort()) {
        const source = path.endsWith('config.toml') ? files.read(path) : undefined;
        if (source && /^\s*\[\[runners\]\]/m.test(source.text)) yield* judge(source);
      }
    },
  },
};

/** Settings by line, so that each is reported where it stands (GitLab Runner documentation, "Advanced configuration"). */
const settings: readonly (readonly [RegExp, string])[] = [
  [/^\s*privileged\s*=\s*true/gm, 'privileged containers are the host'],
  [/^\s*executor\s*=\s*"(?:shell|ssh)"/gm, 'jobs run on the machine itself and see what others leave there'],
  [
    /^\s*volumes\s*=\s*\[[^\]]*(?:docker\.sock|"\/:|"\/(?:etc|root|home|var\/lib)[^"]*:)[^\]]*\]/gm,
    'the mounted path opens the host',
  ],
  [
    /^\s*cap_add\s*=\s*\[[^\]]*"(?:SYS_ADMIN|SYS_PTRACE|SYS_MODULE|NET_ADMIN|ALL)"[^\]]*\]/gm,
    'the capability opens the host',
  ],
  [/^\s*network_mode\s*=\s*"host"/gm, 'jobs are in the network of the host'],
  [/^\s*allow_privilege_escalation\s*=\s*true/gm, 'containers may gain rights'],
  [
    /^\s*pull_policy\s*=\s*\[?\s*"if-not-present"/gm,
    'an image that one job has brought serves the others without asking the registry',
  ],
  [/^\s*tls_verify\s*=\s*false/gm, 'the connection to the daemon is not checked'],
];

function* judge(source: SourceText): Generator<Issue> {
  for (const [pattern, reason] of settings) {
    for (const match of source.text.matchAll(pattern)) {
      const start = match.index + match[0].search(/\S/);
      const written = match[0].trim();
      yield {
        at: { source, start, end: match.index + match[0].length },
        message: `${written.split('=')[0]?.trim() ?? ''}: ${reason}`,
        subject: written,
      };
    }
  }
}
