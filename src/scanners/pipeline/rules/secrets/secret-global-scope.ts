import { lineStart } from '../../../../lib/text/line-start.ts';
import { nextLine } from '../../../../lib/text/next-line.ts';
import type { TextRange } from '../../../../lib/text/source-text.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { isSecretName } from '../../taint/secret-names.ts';

const jobs = 'a:\n  script: make\nb:\n  script: make\n';

export const secretGlobalScope: PipelineRule = {
  id: 'pipeline/secret-global-scope',
  title: 'Every job gets a secret that few need',
  severity: 'medium',
  confidence: 'high',
  cwe: [668, 272],
  tags: ['CICD-SEC-6', 'CICD-SEC-5'],
  why: 'A linter, a test or a scanner from somebody else’s image reads the key as well as the deployment does; in GitLab every service container gets it too.',
  fix: 'Set it in the job that uses it, best from an environment that only this job may enter.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: `variables:\n  AWS_SECRET_ACCESS_KEY: $AWS_SECRET_ACCESS_KEY\n${jobs}` },
    { path: '.gitlab-ci.yml', code: `variables:\n  NPM_TOKEN: "\${PRODUCTION_NPM_TOKEN}"\n${jobs}` },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\nenv:\n  NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm publish\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\nenv:\n  KEY: ${{ secrets.DEPLOY_KEY }}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n',
    },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: `variables:\n  GITLAB_TOKEN: $CI_JOB_TOKEN\n${jobs}` },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\nenv:\n  GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm test\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: `variables:\n  TOKEN_URL: https://example.org/token\n  IMAGE: $CI_REGISTRY_IMAGE\n${jobs}`,
    },
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  NPM_TOKEN: $PRODUCTION_NPM_TOKEN\npublish:\n  script: npm publish\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\nenv:\n  CI: true\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm ci\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm publish\n        env:\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\nenv:\n  TOKEN: ${{ secrets.TOKEN }}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n',
    },
  ],
  checks: {
    *pipeline({ dialect, variables, jobs }) {
      if (jobs.length < 2) return;
      for (const { name, value, at } of variables) {
        if (!value) continue;
        const secret =
          dialect === 'github'
            ? [name, /\bsecrets\.(\w+)/.exec(value.text)?.[1] ?? ''].some(isSecretName) &&
              /\bsecrets\./.test(value.text)
            : value.text.includes('$') && (isSecretName(name) || name === 'AWS_ACCESS_KEY_ID');
        // The platform's own token is in every job in any case.
        if (!secret || /^\$\{?CI_\w+\}?$|\bsecrets\.GITHUB_TOKEN\b/i.test(value.text)) continue;
        const itself = new RegExp(`^\\$\\{?${name.replace(/\W/g, '')}\\}?$`).test(value.text);
        const fixes = itself ? deletion(at, value.range) : undefined;
        yield {
          at,
          subject: name,
          message: itself
            ? `all ${jobs.length} jobs and their services get ${name}, and the line adds nothing: a variable of the settings reaches the jobs without it`
            : `all ${jobs.length} jobs get ${name}`,
          ...(fixes && { fixes }),
        };
      }
    },
  },
};

/** Takes the whole line out, where it is one. */
function deletion({ source, start }: TextRange, value: TextRange): readonly IssueFix[] | undefined {
  const { text } = source;
  const from = lineStart(text, start);
  const to = nextLine(text, value.end);
  const siblings = /^(\s+)\S/.exec(text.slice(from))?.[1];
  const alone = /^\s*$/.test(text.slice(from, start)) && /^\s*(?:#.*)?\n?$/.test(text.slice(value.end, to));
  if (!alone || siblings === undefined || value.source !== source) return undefined;
  // A mapping that would be empty is left to a reader.
  const around = [text.slice(0, from).split('\n').at(-2) ?? '', text.slice(to).split('\n')[0] ?? ''];
  if (
    !around.some(
      (line) => line.startsWith(siblings) && /^\s+[\w-]+\s*:/.test(line) && line.search(/\S/) === siblings.length,
    )
  )
    return undefined;
  return [
    {
      description: 'delete the line: the setting reaches the jobs without it',
      safe: false,
      edits: [{ at: { source, start: from, end: to }, text: '' }],
    },
  ];
}
