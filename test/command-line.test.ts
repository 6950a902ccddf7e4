import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretRules } from '../src/scanners/secrets/rules/all.ts';
import { sampleSecret } from '../src/scanners/secrets/sample-secret.ts';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const make = scratch();
const tokenRule = secretRules.find((rule) => rule.id === 'secrets/github-token') ?? secretRules[0];
const token = tokenRule ? sampleSecret(tokenRule, 11) : '';
const leak = `export GITHUB_TOKEN=${token}\n`;

describe('exit codes', () => {
  it('0 when nothing is wrong', () => {
    const run = portcullis(['scan'], { cwd: make.directory({ 'a.txt': 'all is well\n' }) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('PASS');
  });

  it('1 when the policy says no', () => {
    const run = portcullis(['scan'], { cwd: make.directory({ 'a.sh': leak }) });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('FAIL');
    expect(run.stdout).not.toContain(token);
  });

  it('2 when there was nothing to look at', () => {
    expect(portcullis(['scan'], { cwd: make.directory() }).code).toBe(2);
  });

  it.each([
    [['scna'], "did you mean 'portcullis scan'?"],
    [['scan', '--jsn'], "did you mean '--json'?"],
    [['scan', '--only', 'secret'], "did you mean 'secrets'?"],
    [['scan', '-o', 'sarfi=x'], "did you mean 'sarif'?"],
    [['scan', '-o', 'sarif', '-o', 'json'], 'give all but one a file'],
    [['scan', '/no/such/place'], '/no/such/place does not exist'],
    [['scan', '--staged', '--history'], 'choose one'],
    [['gate'], 'which gate?'],
    [['gate', 'biuld'], 'build'],
    [['explain', 'secrets/no-such-rule-at-all'], 'there is no rule and no finding'],
    [['hook', 'instal'], "did you mean 'portcullis hook install'?"],
    [['completion', 'bash', 'zsh'], "'zsh' is one word too many"],
    [['policy', 'chek'], "did you mean 'portcullis policy check'?"],
    [['policy'], 'portcullis policy check, explain, test or schema'],
    [['rules', 'githb'], "did you mean 'github'?"],
    [['rules', '--scanner', 'secret'], "did you mean 'secrets'?"],
    [['scan', '-'], 'standard input is empty'],
    [['scan', '-o', 'sarif=/dev/no-such-device'], 'can not write /dev/no-such-device'],
    [['scan', '-o', 'sarif=.'], 'it is not a regular file'],
    [['scan', '-o', 'sarif=/dev/full'], 'ENOSPC'],
    [['completion', 'powershell'], 'bash, zsh or fish'],
  ])('2 with a hint for %j', (args, hint) => {
    const run = portcullis(args, { cwd: make.directory({ 'a.txt': 'x' }) });
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(hint);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('input and output', () => {
  it('reads standard input', () => {
    const run = portcullis(['scan', '-', '--stdin-name', 'deploy.sh', '--json'], {
      cwd: make.directory(),
      input: leak,
    });
    const report = JSON.parse(run.stdout) as { evidence: { findings: { locations: { uri: string }[] }[] } };
    expect(report.evidence.findings[0]?.locations[0]?.uri).toBe('deploy.sh');
    expect(run.code).toBe(1);
  });

  it('writes several reports in one run and none of them has the secret', () => {
    const cwd = make.directory({ 'a.sh': leak });
    const formats = ['json', 'sarif', 'gitlab', 'junit', 'code-quality', 'markdown', 'html', 'csv', 'jsonl'];
    const run = portcullis(['scan', ...formats.flatMap((format) => ['-o', `${format}=out/${format}`])], { cwd });
    expect(run.code).toBe(1);
    for (const format of formats) {
      const text = readFileSync(join(cwd, 'out', format), 'utf8');
      expect(text, format).toContain('a.sh');
      expect(text, format).not.toContain(token);
      expect(text, format).not.toContain(token.slice(0, 12));
    }
  });

  it('gives equal bytes for equal runs when they are to be reproducible', () => {
    const cwd = make.directory({ 'a.sh': leak });
    const once = portcullis(['scan', '-o', 'sarif', '--reproducible'], { cwd }).stdout;
    expect(portcullis(['scan', '-o', 'sarif', '--reproducible'], { cwd }).stdout).toBe(once);
  });

  it('has no colour in a pipe', () => {
    const run = portcullis(['scan'], { cwd: make.directory({ 'a.sh': leak }), env: { FORCE_COLOR: undefined } });
    expect(run.stdout).not.toContain('\u{1b}[');
  });

  it('finds the same with and without threads', () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [
        `d${index % 7}/f${index}.sh`,
        index % 50 === 0 ? `# ${index}\n${leak}` : `echo ${index}\n`,
      ]),
    );
    const cwd = make.directory(files);
    const threads = portcullis(['scan', '--json', '--reproducible'], { cwd });
    const policy = 'version: 1\nscan:\n  workers: 1\n';
    const inline = portcullis(
      ['scan', '--json', '--reproducible', '--policy', join(make.directory({ 'p.yaml': policy }), 'p.yaml')],
      { cwd },
    );
    const findings = (text: string): unknown =>
      (JSON.parse(text) as { evidence: { findings: unknown } }).evidence.findings;
    expect(findings(threads.stdout)).toEqual(findings(inline.stdout));
    expect(findings(threads.stdout)).toHaveLength(12);
  });

  it('judges what the policy calls test code more mildly', () => {
    const password = ['kQ7#vP', 'z29wXr4T'].join('');
    const files = { 'checks/db.py': `db_password = "${password}"\n` };
    const policy = 'version: 1\npaths: { test: [checks/] }\n';
    const codeOf = (more: Readonly<Record<string, string>>): number | null =>
      portcullis(['scan', '--only', 'secrets'], { cwd: make.directory({ ...files, ...more }) }).code;
    expect([codeOf({}), codeOf({ 'portcullis.yaml': policy })]).toEqual([1, 0]);
  });
});

describe('a hostile place', () => {
  it('prints nothing that the terminal would act upon, in errors neither', () => {
    const cwd = make.directory({ 'portcullis.yaml': 'version: 1\ngates:\n  "\\e]0;title\\a\\e[31m": {}\n' });
    const { code, stderr } = portcullis(['policy', 'check'], { cwd });
    expect([code, stderr.includes('␛]0;title')]).toEqual([2, true]);
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('tells of a chain of links without an end, and of a policy that is a link to nothing', () => {
    const cwd = make.directory({ 'a.txt': 'x' });
    symlinkSync('loop', join(cwd, 'loop'));
    expect(portcullis(['scan', 'loop'], { cwd })).toMatchObject({ code: 2, stdout: '' });
    execFileSync('git', ['init', '-q', cwd]);
    symlinkSync('nothing', join(cwd, 'portcullis.yaml'));
    expect(portcullis(['scan'], { cwd }).stderr).toContain('portcullis.yaml can not be read');
  });

  it('outside a repository takes no policy from the directories above', () => {
    const cwd = make.directory({ 'portcullis.yaml': 'version: 9\n', 'below/a.txt': 'x' });
    expect(portcullis(['scan'], { cwd: join(cwd, 'below') }).code).toBe(0);
    execFileSync('git', ['init', '-q', cwd]);
    expect(portcullis(['scan'], { cwd: join(cwd, 'below') }).code).toBe(2);
  });

  it('tells of git objects that can not be read without a stack', () => {
    const cwd = make.repository({ 'a.txt': 'x' });
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd, encoding: 'utf8' }).trim();
    const object = join(cwd, '.git', 'objects', head.slice(0, 2), head.slice(2));
    chmodSync(object, 0o600);
    writeFileSync(object, 'not an object');
    const { code, stderr } = portcullis(['scan', '--history'], { cwd });
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('writes into a stream instead of replacing it', () => {
    const cwd = make.directory({ 'a.txt': 'x' });
    const { code, stdout, stderr } = portcullis(['scan', '-o', 'sarif=/dev/stdout', '-o', 'json=/dev/stderr'], { cwd });
    expect([code, stdout.slice(0, 1), stderr.slice(0, 1)]).toEqual([0, '{', '{']);
    // All of it, however slowly it is read.
    expect(JSON.parse(stdout)).toHaveProperty('runs');
    expect(JSON.parse(stderr)).toHaveProperty('evidence');
  });
});

describe('help', () => {
  it('has every command with an example', () => {
    const cwd = make.directory();
    const names = [...portcullis(['--help'], { cwd }).stdout.matchAll(/^ {2}([a-z]+)\b/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(names).toContain('scan');
    for (const name of names) {
      const help = portcullis([name, '--help'], { cwd });
      expect(help.code, name).toBe(0);
      expect(help.stdout, name).toContain(name);
    }
  });

  it('says the version without loading anything', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(portcullis(['--version'], { cwd: make.directory() }).stdout).toBe(`${version}\n`);
  });

  it('completes in bash', () => {
    const script = portcullis(['completion', 'bash'], { cwd: make.directory() }).stdout;
    const ask = `${script}\nCOMP_WORDS=(portcullis scan --hi); COMP_CWORD=2; _portcullis; echo "\${COMPREPLY[@]}"`;
    expect(execFileSync('bash', ['-c', ask], { encoding: 'utf8' }).trim()).toBe('--history');
  });
});

describe('explain', () => {
  it('explains every rule', () => {
    const cwd = make.directory();
    const rules = JSON.parse(portcullis(['rules', '--json'], { cwd }).stdout) as { id: string; why: string }[];
    expect(rules.length).toBeGreaterThan(200);
    const [first] = rules;
    const page = portcullis(['explain', first?.id ?? ''], { cwd }).stdout;
    expect(page.replaceAll(/\s+/g, ' ')).toContain(first?.why.replaceAll(/\s+/g, ' '));
  });

  it('explains a finding of the last run', () => {
    const cwd = make.repository({ 'a.sh': leak });
    const report = JSON.parse(portcullis(['scan', '--json'], { cwd }).stdout) as {
      evidence: { findings: { id: string }[] };
    };
    const id = report.evidence.findings[0]?.id.slice(0, 8) ?? '';
    const page = portcullis(['explain', id], { cwd });
    expect(page.code).toBe(0);
    expect(page.stdout).toContain('a.sh:1');
    expect(page.stdout).not.toContain(token);
  });
});
