import { assert, constantFrom, array, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { ownershipOf } from './codeowners.ts';
import { parseGithubCodeowners, parseGitlabCodeowners } from './parse-codeowners.ts';

const readers = { gitlab: parseGitlabCodeowners, github: parseGithubCodeowners };

function kindOf(dialect: keyof typeof readers, text: string, path: string): string {
  return ownershipOf(path, readers[dialect](new SourceText('CODEOWNERS', text))).kind;
}

describe('patterns', () => {
  test.each([
    // pattern, path, of GitLab, of GitHub
    ['*', '.gitlab-ci.yml', true, true],
    ['*', 'a/b/c', true, true],
    ['*.yml', 'ci/deep/.hidden.yml', true, true],
    ['ci', 'ci/build.yml', false, true],
    ['ci/', 'ci/build.yml', true, true],
    ['ci/', 'tools/ci/deep/build.yml', true, true],
    ['/ci/', 'tools/ci/build.yml', false, false],
    ['/ci/*', 'ci/build.yml', true, true],
    ['/ci/*', 'ci/deep/build.yml', false, false],
    ['ci/build.yml', 'tools/ci/build.yml', true, false],
    ['/.github/', '.github/workflows/ci.yml', true, true],
    ['.github/workflows/**', '.github/workflows/ci.yml', true, true],
    ['/ci/**/build.yml', 'ci/build.yml', true, true],
    ['/ci/**/build.yml', 'ci/a/b/build.yml', true, true],
    ['/ci/[ab].yml', 'ci/a.yml', true, false],
    ['/ci/{a,b}.yml', 'ci/a.yml', false, false],
    ['/ci/{a,b}.yml', 'ci/{a,b}.yml', true, true],
    ['/CI/', 'ci/a.yml', false, false],
    [String.raw`with\ space/`, 'with space/a.yml', true, true],
  ])('%s on %s', (pattern, path, gitlab, github) => {
    expect(kindOf('gitlab', `${pattern} @a`, path)).toBe(gitlab ? 'owned' : 'nobody');
    expect(kindOf('github', `${pattern} @a`, path)).toBe(github ? 'owned' : 'nobody');
  });
});

describe('entries', () => {
  test('the last that matches counts', () => {
    for (const dialect of ['gitlab', 'github'] as const) {
      expect(kindOf(dialect, '* @a\n/ci/\n', 'ci/x')).toBe('nobody');
      expect(kindOf(dialect, '/ci/\n* @a\n', 'ci/x')).toBe('owned');
      expect(kindOf(dialect, '# * @a\n\n   \n', 'ci/x')).toBe('nobody');
      expect(kindOf(dialect, '* nobody who is named\n', 'ci/x')).toBe('nobody');
      expect(kindOf(dialect, '* dev@example.com\r\n', 'ci/x')).toBe('owned');
    }
  });

  test('comments behind an entry are of GitHub alone', () => {
    expect(kindOf('github', '* # @a\n', 'x')).toBe('nobody');
    expect(kindOf('gitlab', '* # @a\n', 'x')).toBe('owned');
  });
});

describe('sections of GitLab', () => {
  test('each is asked, and one that demands an owner is enough', () => {
    expect(kindOf('gitlab', '* @a\n[Docs] @b\n/docs/\n', 'docs/x')).toBe('owned');
    expect(kindOf('gitlab', '^[All]\n* @a\n', 'x')).toBe('optional');
    expect(kindOf('gitlab', '^[All] @a\n*\n[CI][2] @b\n*.yml\n', 'x.yml')).toBe('owned');
    expect(kindOf('gitlab', '^[CI] @a\n*.yml\n\n[ci]\n*.md @b\n', 'x.yml')).toBe('owned');
    expect(kindOf('gitlab', '^[CI] @a\n*.yml\n\n^[ci]\n*.md @b\n', 'x.yml')).toBe('optional');
  });

  test('default owners are those of a path without its own', () => {
    expect(kindOf('gitlab', '[CI] @a\n*.yml\n', 'x.yml')).toBe('owned');
    expect(kindOf('gitlab', '[CI]\n*.yml\n', 'x.yml')).toBe('nobody');
  });

  test('what is excluded stays so in its section', () => {
    expect(kindOf('gitlab', '* @a\n!*.yml\n/x.yml @b\n', 'x.yml')).toBe('nobody');
    expect(kindOf('gitlab', '* @a\n!*.yml\n[CI]\n*.yml @b\n', 'x.yml')).toBe('owned');
    expect(kindOf('github', '* @a\n!*.yml\n', 'x.yml')).toBe('owned');
  });

  test('approvals and names are known, a heading that is none is an entry', () => {
    const text = '[CI files][3] @a\n*.yml\n[broken @b\n';
    const { sections } = parseGitlabCodeowners(new SourceText('CODEOWNERS', text));
    expect(sections.map(({ name, approvals }) => [name, approvals])).toEqual([
      ['', 1],
      ['CI files', 3],
    ]);
    expect(kindOf('gitlab', text, 'x.yml')).toBe('owned');
  });
});

test('whatever stands in the file, it is read', () => {
  const line = array(constantFrom('*', '**', '/', '[', ']', '{', '!', '^', '\\', '#', '@a', ' ', 'ci', '.yml'));
  assert(
    property(array(line, { maxLength: 8 }), string(), (lines, path) => {
      const text = lines.map((parts) => parts.join('')).join('\n');
      for (const dialect of ['gitlab', 'github'] as const)
        expect(['owned', 'optional', 'nobody']).toContain(kindOf(dialect, text, path));
    }),
    { numRuns: 300 },
  );
});
