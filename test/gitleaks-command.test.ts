import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leakingScript, tokenOf } from './support/leak.ts';
import { portcullis, type ProgramRun } from './support/portcullis.ts';
import { git, scratch, writeFiles } from './support/scratch.ts';

const make = scratch();
const config = `[[rules]]
id = "ticket"
description = "A ticket"
regex = '''ticket-([a-z0-9]{8})'''
keywords = ["ticket-"]
[[rules.allowlists]]
stopwords = ["example"]
`;

interface Leak {
  readonly RuleID: string;
  readonly Secret: string;
  readonly File: string;
  readonly StartLine: number;
  readonly StartColumn: number;
  readonly EndColumn: number;
  readonly Commit: string;
  readonly Fingerprint: string;
}

function run(cwd: string, ...args: string[]): ProgramRun & { leaks: Leak[]; report: string } {
  const path = join(make.directory(), 'report.json');
  const done = portcullis(['gitleaks', ...args, '--no-banner', '-f', 'json', '-r', path], { cwd });
  const report = readFileSync(path, 'utf8');
  return { ...done, report, leaks: JSON.parse(report) as Leak[] };
}

describe('gitleaks dir', () => {
  it('reports what the configuration says, with its columns and fingerprints', () => {
    const cwd = make.directory({
      '.gitleaks.toml': config,
      'a/b.txt': 'one\n  x ticket-ab12cd34 y\nticket-example1\n',
    });
    const { code, leaks } = run(cwd, 'dir', '.');
    expect(code).toBe(1);
    expect(leaks).toMatchObject([
      {
        RuleID: 'ticket',
        Secret: 'ab12cd34',
        File: 'a/b.txt',
        StartLine: 2,
        StartColumn: 6,
        EndColumn: 20,
        Commit: '',
        Fingerprint: 'a/b.txt:ticket:2',
      },
    ]);
  });

  it('obeys allow comments, the ignore file, a baseline and --exit-code', () => {
    const cwd = make.directory({
      '.gitleaks.toml': config,
      'a.txt': 'ticket-ab12cd34 gitleaks:allow\n',
      'b.txt': 'ticket-zz12cd34\n',
    });
    const first = run(cwd, 'dir', '.', '--exit-code', '7');
    expect(first).toMatchObject({ code: 7, leaks: [{ File: 'b.txt' }] });
    const baseline = join(make.directory({ 'baseline.json': first.report }), 'baseline.json');
    expect(run(cwd, 'dir', '.', '-b', baseline)).toMatchObject({ code: 0, leaks: [] });
    writeFiles(cwd, { '.gitleaksignore': 'b.txt:ticket:1\n' });
    expect(run(cwd, 'dir', '.')).toMatchObject({ code: 0, leaks: [] });
  });

  it('redacts on request', () => {
    const cwd = make.directory({ '.gitleaks.toml': config, 'a.txt': 'ticket-ab12cd34\n' });
    expect(run(cwd, 'dir', '.', '--redact').report).not.toContain('ab12cd34');
  });

  it('without a configuration runs our own rules, under the ids that are known', () => {
    const token = tokenOf('secrets/github-token', 3);
    const cwd = make.directory({ 'deploy.sh': `export GITHUB_TOKEN=${token}\n`, 'notes.txt': 'nothing here\n' });
    const { code, leaks } = run(cwd, 'dir', '.');
    expect(code).toBe(1);
    expect(leaks).toMatchObject([{ Secret: token, File: 'deploy.sh', StartLine: 1 }]);
    expect(run(cwd, 'dir', 'notes.txt')).toMatchObject({ code: 0, leaks: [] });
  });

  it('says what is wrong with a configuration', () => {
    const cwd = make.directory({ '.gitleaks.toml': '[[rules]]\nid = "x"\nregex = "(("\n' });
    const done = portcullis(['gitleaks', 'dir', '.', '--no-banner'], { cwd });
    expect(done.code).toBe(1);
    expect(done.stderr).toContain('x');
  });

  it('ends with 126 for a flag that it does not know', () => {
    expect(portcullis(['gitleaks', 'dir', '--no-such-flag'], { cwd: make.directory() }).code).toBe(126);
  });
});

describe('gitleaks git', () => {
  it('finds what was committed and deleted', () => {
    const cwd = make.repository({ '.gitleaks.toml': config, 'a.txt': 'first\nticket-ab12cd34\n' });
    const commit = git(cwd, 'rev-parse', 'HEAD').trim();
    writeFiles(cwd, { 'a.txt': 'first\n' });
    git(cwd, 'commit', '--quiet', '--all', '--message', 'second');
    const { code, leaks } = run(cwd, 'git', '.');
    expect(code).toBe(1);
    expect(leaks).toMatchObject([
      { File: 'a.txt', StartLine: 2, Commit: commit, Fingerprint: `${commit}:a.txt:ticket:2` },
    ]);
    expect(run(cwd, 'detect', '--source', '.').leaks).toEqual(leaks);
  });

  it('looks at what is staged', () => {
    const cwd = make.repository({ '.gitleaks.toml': config });
    writeFiles(cwd, { 'a.txt': 'ticket-ab12cd34\n' });
    git(cwd, 'add', 'a.txt');
    expect(run(cwd, 'git', '--staged', '.')).toMatchObject({ code: 1, leaks: [{ File: 'a.txt' }] });
    expect(run(cwd, 'protect', '--staged')).toMatchObject({ code: 1, leaks: [{ File: 'a.txt' }] });
  });
});

describe('gitleaks stdin', () => {
  it('reads what is piped in', () => {
    const cwd = make.directory();
    const done = portcullis(['gitleaks', 'stdin', '--no-banner', '-f', 'json', '-r', '-'], {
      cwd,
      input: leakingScript(5),
    });
    expect(done.code).toBe(1);
    expect(JSON.parse(done.stdout)).toHaveLength(1);
  });
});
