import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

const readers: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'git',
  'pip',
  'pip3',
  'npm',
  'yarn',
  'pnpm',
  'helm',
  'go',
  'gem',
  'apt-add-repository',
  'add-apt-repository',
  'rpm',
  'dnf',
  'yum',
  'aria2c',
  'http',
]);
/** Hosts that never leave the job: itself, its services by a bare name, metadata and private addresses. */
const near =
  /^(?:https?|ftp):\/\/(?:[^/@]*@)?(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|[a-z0-9_-]+(?:[:/]|$)|[^/]*\.(?:local|internal|test|svc|cluster\.local|localdomain)(?:[:/]|$))/i;

export const httpUrl: PipelineRule = {
  id: 'pipeline/http-url',
  title: 'Fetched without encryption',
  severity: 'high',
  confidence: 'high',
  cwe: [319],
  tags: ['CICD-SEC-3'],
  why: 'Whoever is between the runner and the server can read and replace what is fetched.',
  fix: 'Use https, and compare a checksum.',
  dialects: everyDialect,
  bad: [
    gitlabScript('curl -O http://downloads.example.com/tool.tgz'),
    gitlabScript('pip install --index-url http://pypi.example.com/simple app'),
    githubScript([], 'wget -q ftp://ftp.example.com/data.zip'),
    githubScript([], 'git clone http://git.example.com/team/repo.git'),
  ],
  good: [
    gitlabScript('curl -f http://localhost:8080/health'),
    gitlabScript('curl -O https://downloads.example.com/tool.tgz'),
    githubScript([], 'curl http://api:3000/ready'),
    githubScript([], 'echo see http://example.com/docs'),
  ],
  checks: {
    *command({ command, step }) {
      if (!readers.has(command.name ?? '')) return;
      const found = command.args.find(
        ({ prefix }) =>
          /^(?:--?[\w-]+=)?(?:http|ftp):\/\/[a-z0-9[]/i.test(prefix) && !near.test(prefix.replace(/^--?[\w-]+=/, '')),
      );
      // A proxy or a request's own data may be plain.
      if (!found || /^--?(?:proxy|header|data)/.test(found.prefix)) return;
      const range = step.script.range(found.start, found.end);
      const scheme = found.text.search(/http:\/\//i);
      const at = scheme === -1 ? undefined : step.script.range(found.start + scheme, found.start + scheme + 4);
      yield {
        at: range,
        message: `${command.name ?? ''} talks to ${found.prefix.replace(/^--?[\w-]+=/, '')} without encryption`,
        ...(at && { fixes: [{ description: 'use https', safe: false, edits: [{ at, text: 'https' }] }] }),
      };
    },
  },
};
