import type { SourceText } from '../../../../lib/text/source-text.ts';
import { ownershipOf, type Codeowners, type Ownership } from '../../codeowners/codeowners.ts';
import { calledScripts, decidingFiles, startedPipelines } from '../../codeowners/deciding-files.ts';
import { askSettings } from '../../facts/ask.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { covers } from '../../facts/protected-ref.ts';
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

const settled = (facts: object) => ({
  path: 'portcullis.facts.json',
  code: JSON.stringify({ version: 1, ...facts }),
  beside: { '.gitlab-ci.yml': gitlab, '.github/workflows/ci.yml': github, CODEOWNERS: '* @shop/developers\n' },
});

export const scmCodeownersCi: PipelineRule = {
  id: 'pipeline/scm-codeowners-ci',
  title: 'Pipeline changes without a code owner',
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
    settled({ gitlab: { project: { default_branch: 'main' }, protected_branches: [{ name: 'main' }] } }),
    settled({ github: { rules: [{ type: 'pull_request' }], branch_protection: null } }),
  ],
  good: [
    gitlabWith('* @shop/developers\n'),
    gitlabWith('^[Docs]\n/docs/ @a\n[CI][2] @shop/ops\n.gitlab-ci.yml\n/ci/\nCODEOWNERS\n'),
    { code: gitlab },
    githubWith('*.md @shop/writers\n/.github/ @shop/ops\n'),
    githubWith('* @shop/developers # everything\n'),
    settled({
      gitlab: {
        project: { default_branch: 'main' },
        protected_branches: [{ name: 'main', code_owner_approval_required: true }],
      },
    }),
    settled({ github: { rules: [{ type: 'pull_request', parameters: { require_code_owner_review: true } }] } }),
    {
      path: 'CODEOWNERS',
      code: '/src/ @a\n/CODEOWNERS @a\n',
      beside: { 'examples/web/.github/workflows/ci.yml': github },
    },
  ],
  checks: {
    *repository(pipelines, audit) {
      const { files } = audit;
      yield* askWhetherRequired(
        pipelines.filter(({ dialect }) => isOwnedDialect(dialect) && findCodeowners(dialect, files)),
        audit,
      );
      for (const dialect of ['gitlab', 'github'] as const) {
        const started = startedPipelines(dialect, pipelines);
        const owners = started.length > 0 ? findCodeowners(dialect, files) : undefined;
        if (!owners) continue;
        const { source } = owners;
        const definitions = [...new Set([...decidingFiles(started, files), source.uri])];
        const scripts = calledScripts(started, files).filter((path) => !definitions.includes(path));
        if (source.text.length * [...definitions, ...scripts].join('').length > mostWork) {
          yield {
            undecided: `who owns the pipeline: ${source.uri} is too long for so many files`,
            at: start(source),
            reason: 'limit',
          };
          continue;
        }
        const [open, openScripts] = [unowned(definitions, owners), unowned(scripts, owners)];
        if (open.length > 0) yield issueOf([...open, ...openScripts], owners, dialect);
        else if (openScripts.length > 0) yield { ...issueOf(openScripts, owners, dialect), severity: 'low' };
      }
    },
  },
};

/** Owners who need not approve are only told. */
const askWhetherRequired = askSettings('whether code owners must approve', {
  gitlab: {
    needs: ['protected_branches', 'project.default_branch'],
    judge({ project, protected_branches: branches }, all) {
      const name = project?.default_branch;
      if (!branches || name === undefined) return undefined;
      // Of a branch that is not protected another rule tells.
      const index = branches.findIndex((branch) => covers(branch.name, name));
      if (index === -1 || branches.some((branch) => covers(branch.name, name) && branch.code_owner_approval_required))
        return [];
      const message = `code owners need not approve what is merged to ${name}`;
      return [{ at: all.at('gitlab', 'protected_branches', index), message }];
    },
  },
  github: {
    needs: branchFacts,
    judge(facts, all) {
      const { needsCodeOwners, needsPullRequest } = githubBranch(facts);
      if (needsCodeOwners === true || needsPullRequest === false) return [];
      if (needsCodeOwners === undefined) return undefined;
      return [{ at: branchPlace(facts, all), message: 'code owners need not approve what is merged' }];
    },
  },
});

function isOwnedDialect(dialect: string): dialect is OwnedDialect {
  return dialect === 'gitlab' || dialect === 'github';
}

/** Characters of patterns times characters of paths; the worst patterns take about 35 ns for each. */
const mostWork = 100_000_000;

interface Unowned {
  readonly path: string;
  readonly ownership: Exclude<Ownership, { kind: 'owned' }>;
}

function unowned(paths: readonly string[], owners: Codeowners): readonly Unowned[] {
  return paths.flatMap((path) => {
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
