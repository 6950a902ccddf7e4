import type { TextRange } from '../../../../lib/text/source-text.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { isPlaceholder } from './placeholder.ts';

const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:/@"'<>]{1,100}):([^\s/@"'<>]{1,200})@([\w.${}[\]-]+)/gi;
const written = ['S3cr', 'et-Wort'].join('');

export const urlCredentials: PipelineRule = {
  id: 'pipeline/url-credentials',
  title: 'Password in an address',
  severity: 'high',
  confidence: 'high',
  cwe: [522, 798],
  tags: ['CICD-SEC-6'],
  why: 'Addresses are printed: in the errors of git and curl, in logs of servers and proxies, and git keeps them in .git/config.',
  fix: 'Take the password out of the address: a credential helper, `git -c http.extraHeader`, `curl --config`, `.netrc` made at run time.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript(`git clone https://ci:${written}@git.example.org/a.git`),
    {
      path: '.gitlab-ci.yml',
      code: `variables:\n  DATABASE_URL: postgres://app:${written}@db.example.org/app\njob:\n  script: make\n`,
    },
    githubScript([], `curl https://ci:${written}@repo.example.org/a.tgz`),
    githubScript(
      ['REPO: ${{ secrets.DEPLOY_TOKEN }}'],
      'git remote set-url origin "https://bot:$REPO@github.com/o/r.git"',
    ),
  ],
  good: [
    gitlabScript('git clone "https://gitlab-ci-token:${CI_JOB_TOKEN}@gitlab.example.org/a.git"'),
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  DATABASE_URL: postgres://postgres:postgres@postgres/app\njob:\n  services: [postgres]\n  script: make\n',
    },
    githubScript([], 'curl https://user:password@localhost:8080/', 'echo "https://example.org/a:b@c"'),
    githubScript([], 'git clone https://github.com/o/r.git'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      for (const { name, value } of job.variables) {
        if (value) yield* literalIn(value.text, value.range, name);
      }
      const taint = audit.taint(pipeline).of(job);
      for (const { command, text } of taint.commands()) {
        for (const word of command.args) {
          if (!word.text.includes('://')) continue;
          const at = text.range(word.start, word.end);
          yield* literalIn(word.text, at, undefined);
          const { secret } = taint.word(word);
          const held = word.expansions.some(({ start }) =>
            /:\/\/[^/\s]*:["']?$/.test(text.program.text.slice(word.start, start)),
          );
          if (
            !secret ||
            !held ||
            (secret.origin === 'platform' && pipeline.dialect === 'gitlab') ||
            !/^(?:git|curl|wget|pip3?|npm)$/.test(command.name ?? '')
          )
            continue;
          yield {
            at,
            message: `${secret.name} stands in an address that ${command.name ?? ''} prints and keeps`,
            severity: 'low',
            confidence: 'medium',
          };
        }
      }
    },
  },
};

function* literalIn(text: string, at: TextRange, name: string | undefined): Generator<Issue> {
  for (const [, user = '', password = '', host = ''] of text.matchAll(address)) {
    if (password.includes('$') || isPlaceholder(password) || password === user || !isPublic(host)) continue;
    yield { at, message: `an address at ${host} has a password in it`, ...(name !== undefined && { subject: name }) };
  }
}

/** Services beside the job have names without a dot. */
function isPublic(host: string): boolean {
  return (
    host.includes('.') &&
    !/^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|host\.docker\.internal|example\.(?:com|org)$)/.test(host)
  );
}
