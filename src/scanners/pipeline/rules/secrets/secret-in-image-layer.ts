import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

const builders: ReadonlySet<string> = new Set([
  'docker',
  'podman',
  'buildah',
  'nerdctl',
  'executor',
  'kaniko',
  'img',
  'docker-compose',
]);

export const secretInImageLayer: PipelineRule = {
  id: 'pipeline/secret-in-image-layer',
  title: 'Secret is a build argument of an image',
  severity: 'high',
  confidence: 'high',
  cwe: [538, 522],
  tags: ['CICD-SEC-6', 'CIS-4.2.1'],
  why: 'Build arguments are kept in the history and the cache of the image: whoever can pull it can read them.',
  fix: 'Mount it for the one command that needs it: `docker build --secret id=token,env=TOKEN` and `RUN --mount=type=secret,id=token …`.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('docker build --build-arg NPM_TOKEN=$NPM_TOKEN -t app .'),
    gitlabScript('/kaniko/executor --context . --build-arg="TOKEN=${API_TOKEN}" --destination app'),
    gitlabScript('docker build --build-arg NPM_TOKEN .'),
    githubScript(['TOKEN: ${{ secrets.NPM_TOKEN }}'], 'docker buildx build --build-arg TOKEN="$TOKEN" .'),
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          build-args: |\n            VERSION=1\n            TOKEN=${{ secrets.NPM_TOKEN }}\n',
    },
  ],
  good: [
    gitlabScript('docker build --secret id=npm,env=NPM_TOKEN -t app .'),
    gitlabScript('docker build --build-arg VERSION=$CI_COMMIT_TAG --build-arg TOKEN_URL=$TOKEN_URL -t app .'),
    githubScript(['V: ${{ github.sha }}'], 'docker build --build-arg V="$V" .'),
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          build-args: VERSION=1\n          secrets: token=${{ secrets.NPM_TOKEN }}\n',
    },
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      for (const { command, text } of taint.commands()) {
        if (!builders.has(command.name ?? '')) continue;
        for (const [at, word] of command.args.entries()) {
          const { prefix, value } = word;
          const given = command.args[at - 1]?.value === '--build-arg';
          if (!given && !prefix.startsWith('--build-arg=')) continue;
          // Without a value the variable of that name is taken.
          const alone = /^(?:--build-arg=)?(\w+)$/.exec(value ?? '')?.[1];
          const { secret } = alone === undefined ? taint.word(word) : taint.variable(alone);
          if (!secret) continue;
          const message = `${secret.name} stays in the history of the image`;
          const place = text.range(word.start, word.end);
          yield { at: place, message, path: [...secret.steps, { at: place, message }] };
        }
      }
    },
    *use({ uses, inputs }) {
      const given = /build-push-action@|\/kaniko[\w-]*@/.test(uses.text) ? inputs?.get('build-args') : undefined;
      const secret = given?.kind === 'scalar' ? /secrets\.\w+/.exec(given.text)?.[0] : undefined;
      if (given && secret !== undefined)
        yield { at: given.range, message: `${secret} stays in the history of the image` };
    },
  },
};
