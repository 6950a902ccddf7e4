import type { SourceText } from '../../../../lib/text/source-text.ts';
import { ownershipOf, type Codeowners, type Ownership } from '../../codeowners/codeowners.ts';
import { decidingFiles } from '../../codeowners/deciding-files.ts';
import { findCodeowners, type OwnedDialect } from '../../codeowners/find-codeowners.ts';
import { ownerLines } from '../../codeowners/owner-lines.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

const gitlab = 'a:\n  script: ./ci/build.sh\n';
const github =
  'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n';
const gitlabWith = (code: string) => ({
  path: 'CODEOWNERS',
  code,
  beside: { '.gitlab-ci.yml': gitlab, 'ci/build.sh': 'make\n' },
});
const githubWith = (code: string) => ({
  path: '.github/CODEOWNERS',
  code,
  beside: { '.github/workflows/ci.yml': github },
});

export const scmCodeownersCi: PipelineRule = {
  id: 'pipeline/scm-codeowners-ci',
  title: 'Pipeline has no code owner',
  severity: 'medium',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1', 'CICD-SEC-4', 'CIS-1.1.7', 'CIS-2.3.5'],
  why: 'The repository names who must look at changes, but a change of the pipeline, which holds more secrets than any other file, can be merged without them.',
  fix: 'Name owners for the definition, for the scripts that it runs, and for CODEOWNERS itself, in a section that is not optional.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabWith('/src/ @shop/developers\n'),
    gitlabWith('* @shop/developers\n!.gitlab-ci.yml\n'),
    gitlabWith('^[CI]\n* @shop/developers\n'),
    gitlabWith('/.gitlab-ci.yml @shop/ops\n/CODEOWNERS @shop/ops\n'),
    githubWith('*.md @shop/writers\n'),
    githubWith('* @shop/developers\n/.github/\n'),
    githubWith('/.github/workflows/ @shop/ops\n'),
  ],
  good: [
    gitlabWith('* @shop/developers\n'),
    gitlabWith('^[Docs]\n/docs/ @a\n[CI][2] @shop/ops\n.gitlab-ci.yml\n/ci/\nCODEOWNERS\n'),
    { code: gitlab },
    githubWith('*.md @shop/writers\n/.github/ @shop/ops\n'),
    githubWith('* @shop/developers # everything\n'),
    {
      path: 'CODEOWNERS',
      code: '/src/ @a\n/CODEOWNERS @a\n',
      beside: { 'examples/web/.github/workflows/ci.yml': github },
    },
  ],
  checks: {
    *repository(pipelines, { files }) {
      for (const dialect of ['gitlab', 'github'] as const) {
        const deciding = decidingFiles(dialect, pipelines, files);
        const owners = deciding.definitions.length > 0 ? findCodeowners(dialect, files) : undefined;
        if (!owners) continue;
        const definitions = unowned([...deciding.definitions, owners.source.uri], owners);
        const scripts = unowned(deciding.scripts, owners);
        if (definitions.length > 0) yield issueOf([...definitions, ...scripts], owners, dialect);
        else if (scripts.length > 0) yield { ...issueOf(scripts, owners, dialect), severity: 'low' };
      }
    },
  },
};

interface Unowned {
  readonly path: string;
  readonly ownership: Exclude<Ownership, { kind: 'owned' }>;
}

function unowned(paths: readonly string[], owners: Codeowners): readonly Unowned[] {
  return [...new Set(paths)].flatMap((path) => {
    const ownership = ownershipOf(path, owners);
    return ownership.kind === 'owned' ? [] : [{ path, ownership }];
  });
}

function issueOf(files: readonly Unowned[], owners: Codeowners, dialect: OwnedDialect): Issue {
  const paths = files.map(({ path }) => path);
  const [decided] = files.flatMap(({ ownership: { at } }) => at ?? []);
  const isOptional = files.every(({ ownership }) => ownership.kind === 'optional');
  const named = paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
  const problem = isOptional ? 'waits for no owner: the section of its owners is optional' : 'waits for no owner';
  const fix = ownerLines(paths, owners, dialect);
  return {
    at: decided ?? start(owners.source),
    message: `a change of ${named} ${problem}`,
    subject: paths.join('\n'),
    ...(fix && { fixes: [fix] }),
  };
}

function start(source: SourceText): Issue['at'] {
  return { source, start: 0, end: 0 };
}
