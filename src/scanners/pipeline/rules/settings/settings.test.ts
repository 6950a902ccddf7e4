import { describe, expect, test } from 'vitest';
import { applySplices } from '../../../../lib/text/splice.ts';
import { SourceText } from '../../../../lib/text/source-text.ts';
import { createAudit } from '../../audit/create-audit.ts';
import { runRules } from '../../audit/run-rules.ts';
import { CollectedFiles } from '../../collected-files.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { readPipelines } from '../../read-pipelines.ts';
import type { Issue } from '../../rule.ts';
import { settingsRules } from '../settings.ts';

const gitlab = {
  '.gitlab-ci.yml': 'a:\n  script:\n    - ./ci/build.sh\n',
  'ci/build.sh': './ci/pack.sh\n',
  'ci/pack.sh': '',
};
const github = { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n' };

async function run(contents: Readonly<Record<string, string>>, facts?: unknown) {
  const files = new CollectedFiles();
  for (const [path, text] of Object.entries(contents)) files.add(path, text);
  const text = facts === undefined ? undefined : new SourceText('facts.json', JSON.stringify(facts));
  const audit = createAudit(files, new Date(0), text && (await readFacts(text)));
  return [...runRules(settingsRules, readPipelines(files), audit)].map(({ rule: { id }, verdict }) => ({
    id,
    verdict,
  }));
}

async function codeowners(contents: Readonly<Record<string, string>>): Promise<readonly Issue[]> {
  const found = await run(contents);
  return found.flatMap(({ id, verdict }) =>
    id === 'pipeline/scm-codeowners-ci' && !('undecided' in verdict) ? [verdict] : [],
  );
}

describe('owners of the pipeline', () => {
  test.each([
    [
      'CODEOWNERS',
      gitlab,
      '/src/ @shop/dev\n',
      '/.gitlab-ci.yml @shop/dev\n/CODEOWNERS @shop/dev\n/ci/build.sh @shop/dev\n/ci/pack.sh @shop/dev\n',
    ],
    ['CODEOWNERS', gitlab, '* @a\n!/.gitlab-ci.yml', '\n[Pipeline] @a\n/.gitlab-ci.yml\n'],
    [
      '.gitlab/CODEOWNERS',
      gitlab,
      '^[All] @a\r\n*\r\n',
      '[Pipeline] @a\r\n/.gitlab-ci.yml\r\n/.gitlab/CODEOWNERS\r\n/ci/build.sh\r\n/ci/pack.sh\r\n',
    ],
    ['.github/CODEOWNERS', github, '*.md @a @b\n', '/.github/workflows/ci.yml @a @b\n/.github/CODEOWNERS @a @b\n'],
  ])('%s gets the lines that are missing, and nothing is missing then', async (path, files, text, added) => {
    const [issue, ...more] = await codeowners({ ...files, [path]: text });
    const [fix] = issue?.fixes ?? [];
    expect(more).toEqual([]);
    expect(fix?.safe).toBe(true);
    const edits = (fix?.edits ?? []).map(({ at: { start, end }, text: inserted }) => ({ start, end, text: inserted }));
    const fixed = applySplices(text, edits);
    expect(fixed).toBe(text + added);
    expect(await codeowners({ ...files, [path]: fixed })).toEqual([]);
  });

  test('a file that names several owners is mended after a look at it, one that names none is not', async () => {
    const [issue] = await codeowners({ ...gitlab, CODEOWNERS: '/a @a\n/b @b\n/c @b\n' });
    expect(issue?.fixes?.map(({ safe, description }) => [safe, description])).toEqual([[false, 'Name @b as owners']]);
    expect((await codeowners({ ...gitlab, CODEOWNERS: '/a\n' }))[0]).not.toHaveProperty('fixes');
  });

  test('scripts alone weigh less', async () => {
    const text = '.gitlab-ci.yml @a\nCODEOWNERS @a\n/ci/build.sh @a\n';
    const message = 'a change of ci/pack.sh waits for no owner';
    expect(await codeowners({ ...gitlab, CODEOWNERS: text })).toMatchObject([{ severity: 'low', message }]);
  });
});

describe('what nobody knows', () => {
  test('is undecided, and each question names the facts that answer it', async () => {
    const found = await run({ ...gitlab, ...github });
    const open = found.flatMap(({ verdict }) => ('undecided' in verdict ? [verdict.undecided] : []));
    expect(open).toContain('which tags are protected (gitlab.protected_tags)');
    expect(open).toContain('which branches are protected (github.rules, github.branch_protection)');
    expect(open.every((question) => /\((?:gitlab|github)\.\w/.test(question))).toBe(true);
    const asked = new Set(found.flatMap(({ id, verdict }) => ('undecided' in verdict ? [id] : [])));
    const withoutFacts = ['pipeline/scm-codeowners-ci', 'pipeline/scm-codeowners-missing'];
    expect(settingsRules.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual(withoutFacts);
  });

  test('says why, where the facts do', async () => {
    const unknown = { protected_tags: '403: the token may not read it', project: '404: it is not there' };
    const found = await run(gitlab, { version: 1, gitlab: { unknown } });
    const open = found.flatMap(({ verdict }) => ('undecided' in verdict ? [verdict.undecided] : []));
    expect(open).toContain('which tags are protected (gitlab.protected_tags: 403: the token may not read it)');
    expect(open).toContain(
      'who may set pipeline variables (gitlab.project.ci_pipeline_variables_minimum_override_role: 404: it is not there)',
    );
  });

  test('of a group is not taken for well', async () => {
    const gitlabFacts = { variables: [], unknown: { group_variables: 'shop: 403: the token may not read it' } };
    const found = await run(gitlab, { version: 1, gitlab: gitlabFacts });
    const open = found.flatMap(({ id, verdict }) => ('undecided' in verdict ? [id] : []));
    expect(open).toContain('pipeline/variable-unmasked');
  });
});
