import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

const auth = /"auth"\s*:\s*\\?"(?!\$|\\?"|[{<])([A-Za-z0-9+/]{12,}={0,2})\\?"/;
const encoded = Buffer.from(['ci', 'pass-wort-7'].join(':')).toString('base64');

export const dockerAuth: PipelineRule = {
  id: 'pipeline/docker-auth',
  title: 'Registry password is written into the pipeline',
  severity: 'high',
  confidence: 'high',
  cwe: [798, 540],
  tags: ['CICD-SEC-6'],
  why: '`auth` is the user and the password in base64, which hides nothing: who reads the repository can push to the registry.',
  fix: 'Change the password, keep DOCKER_AUTH_CONFIG in the settings, or log in with `--password-stdin` or a credential helper.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: `variables:\n  DOCKER_AUTH_CONFIG: '{"auths": {"registry.example.org": {"auth": "${encoded}"}}}'\njob:\n  script: make\n`,
    },
    gitlabScript(`echo '{"auths": {"registry.example.org": {"auth": "${encoded}"}}}' > ~/.docker/config.json`),
    {
      path: '.github/workflows/ci.yml',
      code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    container:\n      image: registry.example.org/a\n      credentials:\n        username: ci\n        password: ${['Wort', '7', 'pass'].join('-')}\n    steps:\n      - run: make\n`,
    },
    githubScript([], `echo '{"auths": {"r.example.org": {"auth": "${encoded}"}}}' > ~/.docker/config.json`),
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'variables:\n  DOCKER_AUTH_CONFIG: $REGISTRY_AUTH\njob:\n  script: make\n' },
    gitlabScript(
      'echo "{\\"auths\\": {\\"$CI_REGISTRY\\": {\\"auth\\": \\"$(printf "%s:%s" "$U" "$P" | base64)\\"}}}" > /kaniko/.docker/config.json',
    ),
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    container:\n      image: registry.example.org/a\n      credentials:\n        username: ci\n        password: ${{ secrets.REGISTRY }}\n    steps:\n      - run: make\n',
    },
    githubScript([], `echo '{"auths": {}}' > ~/.docker/config.json`),
  ],
  checks: {
    *job({ body, variables }, { dialect }) {
      for (const { name, value } of variables) {
        if (value && auth.test(value.text))
          yield { at: value.range, message: `${name} has a registry password in it`, subject: name };
      }
      if (dialect !== 'github') return;
      const services = (body.map('services')?.entries ?? []).map(({ value }) => value);
      for (const image of [body.get('container'), ...services]) {
        const password = image?.kind === 'map' ? image.map('credentials')?.get('password') : undefined;
        if (password?.kind !== 'scalar' || password.text === '' || password.text.includes('${{')) continue;
        yield { at: password.range, message: 'the password of the registry is written out', subject: 'credentials' };
      }
    },
    *command({ command, step }) {
      for (const { text, start, end } of command.args) {
        if (auth.test(text))
          yield {
            at: step.script.range(start, end),
            message: 'a registry password is written into the client’s configuration',
            subject: 'auth',
          };
      }
    },
  },
};
