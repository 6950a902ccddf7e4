import type { PipelineRule } from '../../rule.ts';
import { covers, pathOf } from '../../taint/covers.ts';
import { pathsIn, sensitiveFile, takesHome } from './kept-files.ts';

const job = (script: string, path: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  script:\n    - ${script}\n  cache:\n    key: a\n    paths:\n      - ${path}\n`,
});
const cache = (path: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/cache@v4\n        with:\n          key: a\n          path: ${path}\n`,
});

export const secretInCache: PipelineRule = {
  id: 'pipeline/secret-in-cache',
  title: 'Secrets are kept in a cache',
  severity: 'high',
  confidence: 'high',
  cwe: [524, 538],
  tags: ['CICD-SEC-6', 'CICD-SEC-9'],
  why: 'A cache is shared by jobs, branches and often by projects: what one job leaves in it, another that anybody may start reads.',
  fix: 'Cache only what package managers download (`.npm/`, `~/.m2/repository`), not their configuration and not the home directory.',
  dialects: ['gitlab', 'github'],
  bad: [
    job('npm ci', '.npmrc'),
    job('echo "//registry.example.org/:_authToken=$NPM_TOKEN" > conf/rc', 'conf/'),
    cache('~/'),
    cache('~/.aws'),
  ],
  good: [
    job('npm ci', '.npm/'),
    job('echo "token=$NPM_TOKEN" > conf/rc', 'node_modules/'),
    cache('~/.npm'),
    cache('~/.m2/repository'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      if (pipeline.dialect === 'github') return;
      const caches = job.body.list('cache').flatMap((node) => (node.kind === 'map' ? node.list('paths') : []));
      if (caches.length === 0) return;
      const { files } = audit.taint(pipeline).of(job);
      for (const { path, at } of pathsIn(caches)) {
        const what = keptAt(path);
        if (what !== undefined) yield { at, message: `the cache keeps ${what}` };
        for (const [written, { secret }] of files) {
          if (!secret || !covers(pathOf(path), written)) continue;
          yield {
            at,
            message: `${written} holds ${secret.name} and is cached`,
            path: [...secret.steps, { at, message: 'the file is cached' }],
          };
        }
      }
    },
    *use({ uses, inputs }) {
      if (!/^actions\/cache(?:\/save)?@/.test(uses.text)) return;
      for (const { path, at } of pathsIn(inputs?.list('path') ?? [])) {
        const what = keptAt(path);
        if (what !== undefined) yield { at, message: `the cache keeps ${what}`, subject: path };
      }
    },
  },
};

function keptAt(path: string): string | undefined {
  return sensitiveFile(path) ?? (takesHome(path) ? 'the home directory, with what tools keep there' : undefined);
}
